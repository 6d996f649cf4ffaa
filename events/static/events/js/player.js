/** Play: step after step at the chosen speed, until the end or until somebody pauses; at the end it begins anew. */

export class Player {
  /** `first()` gives the position to begin at, `next(step)` the one after this, -1 at the end; `asked` goes there. */
  constructor(button, speed, { say, first, next, asked }) {
    Object.assign(this, { button, speed, say, first, next, asked });
    this.timer = null;
    button.addEventListener("click", () => this.toggle());
  }

  toggle() {
    if (this.timer) this.pause();
    else this.play();
  }

  play() {
    this.tell("pause", true);
    if (this.next(this.pace().step) < 0) this.asked(this.first());
    this.wait();
  }

  /** How long to wait for a step, in milliseconds, and how far it goes. */
  pace() {
    return JSON.parse(this.speed.value);
  }

  wait() {
    const { wait, step } = this.pace();
    this.timer = setTimeout(() => {
      const position = this.next(step);
      if (position < 0) return this.pause();
      this.asked(position);
      return this.wait();
    }, wait);
  }

  pause() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.tell("play", false);
  }

  tell(name, isPressed) {
    this.button.setAttribute("aria-pressed", String(isPressed));
    this.button.setAttribute("aria-label", this.say(name));
    this.button.title = this.say(name);
  }
}
