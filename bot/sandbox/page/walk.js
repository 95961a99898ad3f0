// A live location that walks: one beat a second, each beat half a minute of the demo's time unless time does not fly.

import { distance, heading, measured, towards } from "./ground.js";
import { post } from "./wire.js";

const BEAT = 1000; // milliseconds of the reader's time between two positions
const FLOWN = 30; // seconds of the demo's time one beat stands for while time flies
const STANDING = 15; // beats between positions of somebody who has arrived

/**
 * Moves `phone`'s live share `messageId` from `from` to `to` (null: stands still) at `speed` km/h.
 * `tell(walk)` is called after each beat; the walk ends with stop() or when the share does.
 */
export class Walk {
  constructor(phone, { messageId, from, to, speed, flying, tell }) {
    Object.assign(this, { phone, messageId, at: from, to, speed, flying, tell, beats: 0, over: false });
    this.timer = setInterval(() => this.beat(), BEAT);
  }

  /** Metres still to go. */
  get left() {
    return this.to ? distance(this.at, this.to) : 0;
  }

  get arrived() {
    return this.left < 1;
  }

  async beat() {
    if (this.busy || this.over) return;
    this.busy = true;
    this.beats += 1;
    try {
      if (!this.arrived) {
        const seconds = this.flying ? FLOWN : BEAT / 1000;
        const next = towards(this.at, this.to, (this.speed / 3.6) * seconds);
        const facing = heading(this.at, next);
        this.at = next;
        this.phone.stand(this.at);
        if (this.flying) await post("/api/clock", { advance: FLOWN - BEAT / 1000 });
        await this.send(facing);
      } else if (this.beats % STANDING === 0) await this.send();
      this.tell(this);
    } catch (problem) {
      this.phone.problem(problem);
      this.end();
    } finally {
      this.busy = false;
    }
  }

  send(facing) {
    const position = { ...measured(this.at, 5), horizontal_accuracy: 8 + Math.round(Math.random() * 9) };
    return this.phone.post("move", { message_id: this.messageId, ...position, ...(facing ? { heading: facing } : {}) });
  }

  /** Ends the walk here; the share itself is stopped by the phone. */
  end() {
    this.over = true;
    clearInterval(this.timer);
    this.tell(this);
  }
}
