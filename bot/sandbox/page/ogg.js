// Opus from WebM into OGG: Telegram's voice notes are OGG/Opus, and some browsers only record WebM.
// The sound is not touched, only unpacked (EBML) and packed again (RFC 3533, RFC 7845).

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const GROUP = 0xa0;
const OPENED = new Set([SEGMENT, CLUSTER, TRACKS, TRACK, GROUP]); // elements whose children are read
const CODEC_PRIVATE = 0x63a2; // holds OpusHead
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

/** The OGG/Opus file of a WebM/Opus recording, or null if it is not one. */
export function oggFromWebm(buffer) {
  const { head, packets } = unpack(new Uint8Array(buffer));
  if (!head || packets.length === 0) return null;
  const pages = new Pages();
  pages.add([head], 0, 2);
  pages.add([tags()], 0, 0);
  let samples = 0;
  for (let i = 0; i < packets.length; i += 40) {
    const some = packets.slice(i, i + 40);
    samples += some.reduce((sum, packet) => sum + duration(packet), 0);
    pages.add(some, samples, i + 40 >= packets.length ? 4 : 0);
  }
  return new Blob(pages.made, { type: "audio/ogg" });
}

function unpack(bytes) {
  let at = 0;
  let head = null;
  const packets = [];
  const number = (keepMarker) => {
    const first = bytes[at];
    const width = Math.clz32(first) - 23;
    let value = keepMarker ? first : first & (0xff >> width);
    let unknown = (first | (0xff << (8 - width))) % 256 === 255 && !keepMarker;
    for (let i = 1; i < width; i += 1) {
      value = value * 256 + bytes[at + i];
      unknown &&= bytes[at + i] === 255;
    }
    at += width;
    return unknown ? Infinity : value;
  };
  while (at < bytes.length) {
    const id = number(true);
    const size = number(false);
    if (OPENED.has(id)) continue;
    if (id === CODEC_PRIVATE) head = bytes.slice(at, at + size);
    if (id === SIMPLE_BLOCK || id === BLOCK) packets.push(bytes.slice(at + 4, at + size));
    at += size;
  }
  return { head, packets };
}

// Samples at 48 kHz in one Opus packet (RFC 6716, section 3.1).
function duration(packet) {
  const mode = packet[0] >> 3;
  const frame = mode < 12 ? [480, 960, 1920, 2880][mode % 4] : mode < 16 ? [480, 960][mode % 2] : [120, 240, 480, 960][mode % 4];
  const code = packet[0] & 3;
  return frame * (code === 0 ? 1 : code < 3 ? 2 : packet[1] & 63);
}

function tags() {
  const vendor = new TextEncoder().encode("waiqin");
  const out = new Uint8Array(8 + 4 + vendor.length + 4);
  out.set(new TextEncoder().encode("OpusTags"));
  new DataView(out.buffer).setUint32(8, vendor.length, true);
  out.set(vendor, 12);
  return out;
}

class Pages {
  made = [];

  /** One page of whole packets; `kind` is 2 for the first page, 4 for the last. */
  add(packets, samples, kind) {
    const lacing = packets.flatMap((packet) => [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
    if (lacing.length > 255) {
      const half = packets.length >> 1;
      const later = packets.slice(half).reduce((sum, packet) => sum + duration(packet), 0);
      this.add(packets.slice(0, half), samples - later, 0);
      this.add(packets.slice(half), samples, kind);
      return;
    }
    const page = new Uint8Array(27 + lacing.length + packets.reduce((sum, packet) => sum + packet.length, 0));
    const view = new DataView(page.buffer);
    page.set(new TextEncoder().encode("OggS"));
    page[5] = kind;
    view.setBigUint64(6, BigInt(samples), true);
    view.setUint32(14, 1, true);
    view.setUint32(18, this.made.length, true);
    page[26] = lacing.length;
    page.set(lacing, 27);
    let at = 27 + lacing.length;
    for (const packet of packets) {
      page.set(packet, at);
      at += packet.length;
    }
    view.setUint32(22, checksum(page), true);
    this.made.push(page);
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
  let n = i << 24;
  for (let bit = 0; bit < 8; bit += 1) n = n & 0x80000000 ? (n << 1) ^ 0x04c11db7 : n << 1;
  return n >>> 0;
});

function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ TABLE[((sum >>> 24) ^ byte) & 255]) >>> 0;
  return sum;
}
