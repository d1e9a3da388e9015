import { colour, prepare } from "./canvas.js";

/** Beyond so many points every other one is left out. */
const MOST = 600;

/** The loss over the epochs, on a logarithmic scale. */
export class Curve {
  constructor(canvas) {
    this.canvas = canvas;
    this.clear();
  }

  clear() {
    this.points = [];
    this.every = 1;
  }

  /** Remembers the loss after an epoch. */
  add(epoch, loss) {
    if (epoch % this.every !== 0 || !(loss > 0)) return;
    this.points.push([epoch, loss]);
    if (this.points.length <= MOST) return;
    this.every *= 2;
    this.points = this.points.filter(([at]) => at % this.every === 0);
  }

  draw() {
    const { context, width, height } = prepare(this.canvas);
    const [left, right, top, bottom] = [44, width - 10, 10, height - 24];
    const last = Math.max(10, this.points.at(-1)?.[0] ?? 0);
    const losses = this.points.map(([, loss]) => loss);
    const high = Math.ceil(Math.log10(Math.max(1, ...losses)) - 1e-9);
    const low = Math.min(high - 1, Math.floor(Math.log10(Math.min(0.1, ...losses))));
    const x = (epoch) => left + ((right - left) * epoch) / last;
    const y = (loss) => top + ((bottom - top) * (high - Math.log10(loss))) / (high - low);

    Object.assign(context, { font: `12px ${getComputedStyle(this.canvas).fontFamily}`, fillStyle: colour(this.canvas, "--quiet"), strokeStyle: colour(this.canvas, "--line"), lineWidth: 1, textAlign: "right", textBaseline: "middle" });
    for (let power = low; power <= high; power++) {
      const at = Math.round(y(10 ** power)) + 0.5;
      context.beginPath();
      context.moveTo(left, at);
      context.lineTo(right, at);
      context.stroke();
      context.fillText(power < -3 ? `1e${power}` : String(Number((10 ** power).toPrecision(1))), left - 8, at);
    }
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    context.fillText("0", left, height - 6);
    context.textAlign = "right";
    context.fillText(`epoch ${last}`, right, height - 6);

    context.beginPath();
    for (const [epoch, loss] of this.points) context.lineTo(x(epoch), y(loss));
    Object.assign(context, { strokeStyle: colour(this.canvas, "--accent"), lineWidth: 2, lineJoin: "round" });
    context.stroke();
  }
}
