// Recording a voice note with the browser's own recorder, as Telegram's OGG/Opus where the browser records Opus.

import { oggFromWebm } from "./ogg.js";

const WANTED = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/** Whether this browser can record at all (a page that is not on this machine or https cannot). */
export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

/**
 * Starts recording. Answers {finish(): Promise<{file: Blob, seconds}>, cancel(), began}.
 * Throws when the person or the browser refuses the microphone.
 */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  const type = WANTED.find((candidate) => MediaRecorder.isTypeSupported(candidate));
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
  const parts = [];
  recorder.ondataavailable = ({ data }) => data.size && parts.push(data);
  recorder.start();
  const began = performance.now();
  const quiet = () => stream.getTracks().forEach((track) => track.stop());
  return {
    began,
    cancel() {
      recorder.stop();
      quiet();
    },
    finish: () =>
      new Promise((resolve) => {
        const seconds = Math.max(1, Math.round((performance.now() - began) / 1000));
        recorder.onstop = async () => {
          quiet();
          const file = new Blob(parts, { type: (type ?? recorder.mimeType).split(";")[0] });
          const packed = file.type === "audio/webm" ? oggFromWebm(await file.arrayBuffer()) : null;
          resolve({ file: packed ?? file, seconds });
        };
        recorder.stop();
      }),
  };
}

/** The length in seconds of a sound file, as far as the browser can tell; at least 1. */
export function soundLength(file) {
  return new Promise((resolve) => {
    const player = new Audio(URL.createObjectURL(file));
    const done = () => {
      resolve(Number.isFinite(player.duration) ? Math.max(1, Math.round(player.duration)) : 1);
      URL.revokeObjectURL(player.src);
    };
    player.onloadedmetadata = done;
    player.onerror = done;
  });
}
