import { channels, colour, prepare } from "./canvas.js";

/** How many points of the plane are asked in each direction. */
const GRID = 80;
/** The picture shows −SPAN … SPAN in both directions. */
const SPAN = 1.1;

/** What a session makes of the plane, with the border between the classes and the examples. */
export class Surface {
  constructor(canvas) {
    this.canvas = canvas;
    this.values = new Float64Array(GRID * GRID);
    this.pixels = new ImageData(GRID, GRID);
    this.small = Object.assign(document.createElement("canvas"), { width: GRID, height: GRID });
  }

  draw(session) {
    const { context, width, height } = prepare(this.canvas);
    this.#ask(session);
    this.#fill(context, width, height);
    this.#border(context, width, height);
    this.#examples(context, width, height, session.rows);
  }

  #ask(session) {
    const point = [0, 0];
    for (let row = 0; row < GRID; row++) {
      for (let column = 0; column < GRID; column++) {
        point[0] = SPAN * ((2 * column + 1) / GRID - 1);
        point[1] = SPAN * (1 - (2 * row + 1) / GRID);
        this.values[row * GRID + column] = session.at(point);
      }
    }
  }

  #fill(context, width, height) {
    const [none, zero, one] = ["--surface", "--zero", "--one"].map((name) => channels(colour(this.canvas, name)));
    const { data } = this.pixels;
    this.values.forEach((value, k) => {
      const [to, share] = value < 0.5 ? [zero, 1 - 2 * value] : [one, 2 * value - 1];
      for (let c = 0; c < 3; c++) data[4 * k + c] = none[c] + 0.62 * share * (to[c] - none[c]);
      data[4 * k + 3] = 255;
    });
    this.small.getContext("2d").putImageData(this.pixels, 0, 0);
    context.imageSmoothingQuality = "high";
    context.drawImage(this.small, 0, 0, width, height);
  }

  /** The line p = ½, cell by cell, straight within each (marching squares). */
  #border(context, width, height) {
    const value = (column, row) => this.values[row * GRID + column] - 0.5;
    const place = (column, row) => [((column + 0.5) * width) / GRID, ((row + 0.5) * height) / GRID];
    context.beginPath();
    for (let row = 0; row + 1 < GRID; row++) {
      for (let column = 0; column + 1 < GRID; column++) {
        const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
        const crossings = corners.flatMap((from, k) => {
          const to = corners[(k + 1) % 4];
          const [a, b] = [value(...from), value(...to)];
          if (a < 0 === b < 0) return [];
          const share = a / (a - b);
          return [place(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]))];
        });
        for (let k = 0; k + 1 < crossings.length; k += 2) {
          context.moveTo(...crossings[k]);
          context.lineTo(...crossings[k + 1]);
        }
      }
    }
    Object.assign(context, { strokeStyle: colour(this.canvas, "--ink"), lineWidth: 1.5, lineCap: "round" });
    context.stroke();
  }

  /** Class 0 as discs, class 1 as squares, so that colour is not all that tells them apart. */
  #examples(context, width, height, rows) {
    const size = Math.max(3, width / 130);
    const [zero, one, ring] = ["--zero-strong", "--one-strong", "--surface"].map((name) => colour(this.canvas, name));
    Object.assign(context, { lineWidth: 1, strokeStyle: ring });
    for (const [x, y, label] of rows) {
      const [across, down] = [(width * (1 + x / SPAN)) / 2, (height * (1 - y / SPAN)) / 2];
      context.beginPath();
      if (label === 0) context.arc(across, down, size, 0, 2 * Math.PI);
      else context.rect(across - 0.9 * size, down - 0.9 * size, 1.8 * size, 1.8 * size);
      context.fillStyle = label === 0 ? zero : one;
      context.fill();
      context.stroke();
    }
  }
}
