/** Play: step after step at the chosen speed, until the end or until somebody pauses. */

export class Player {
  /** `next(step)` gives the position after this one, -1 at the end; `asked` goes there. */
  constructor(button, speed, { say, next, asked }) {
    Object.assign(this, { button, speed, say, next, asked });
    this.timer = null;
    button.addEventListener("click", () => this.toggle());
  }

  toggle() {
    if (this.timer) this.pause();
    else this.play();
  }

  play() {
    this.tell("pause", true);
    this.wait();
  }

  wait() {
    const { wait, step } = JSON.parse(this.speed.value);
    this.timer = setTimeout(() => {
      const position = this.next(step);
      if (position < 0) return this.pause();
      this.asked(position);
      return this.wait();
    }, wait);
  }

  pause() {
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
