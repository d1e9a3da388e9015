import { linear, scaleOf } from "./axis.ts";
import type { RunRecord } from "./run.ts";

const [width, height] = [480, 224];
const [left, right, top, bottom] = [52, 468, 26, 190];

/** Points that a curve has at most, so that a drawing stays at some 2 kB. */
const most = 60;

/** Tones that can be read on white and on black. */
const tones = { text: "#7d8590", grid: "#7d859040", train: "#2f81f7", held: "#db6d28" } as const;

/** The loss by epochs as an SVG of some 2 kB; axes and words in tones for light and dark pages. */
export function curveSvg(title: string, { losses, held }: RunRecord): string {
  const vertical = scaleOf([...losses, ...held]);
  const horizontal = linear(0, losses.length);
  const [x, y] = [(epoch: number): string => (left + (right - left) * (epoch / losses.length)).toFixed(1), (loss: number): string => (bottom - (bottom - top) * vertical.place(loss)).toFixed(1)];
  const line = (values: readonly number[], tone: string, dashes = ""): string =>
    `<polyline fill="none" stroke="${tone}" stroke-width="1.5" stroke-linejoin="round"${dashes} points="${thinned(values).map(([epoch, loss]) => `${x(epoch)},${y(loss)}`).join(" ")}"/>`;
  const rows = vertical.ticks.flatMap((tick) => [`<path stroke="${tones.grid}" d="M${left} ${y(tick)}H${right}"/>`, `<text x="${left - 6}" y="${y(tick)}" dy="4" text-anchor="end">${tickText(tick)}</text>`]);
  const columns = horizontal.ticks.filter((tick) => tick <= losses.length && Number.isInteger(tick)).map((tick) => `<text x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${tick}</text>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" fill="${tones.text}" role="img">`,
    `<title>${title}: loss by epochs</title>`,
    ...rows, ...columns,
    `<text x="${right}" y="${height - 4}" text-anchor="end">epochs</text>`,
    `<text x="${left}" y="14">loss${vertical.isLogarithmic ? ", logarithmic" : ""}</text>`,
    ...legend(held.length > 0),
    ...(held.length > 0 ? [line(held, tones.held, ' stroke-dasharray="5 3"')] : []),
    line(losses, tones.train),
    "</svg>",
    "",
  ].join("\n");
}

const legend = (isHeld: boolean): readonly string[] => [
  ...(isHeld ? [`<text x="${right}" y="14" text-anchor="end" fill="${tones.held}">held out</text>`] : []),
  `<text x="${isHeld ? right - 60 : right}" y="14" text-anchor="end" fill="${tones.train}">training</text>`,
];

const tickText = (tick: number): string => (tick !== 0 && Math.abs(tick) < 1e-4 ? tick.toExponential().replace("-", "−") : String(tick).replace("-", "−"));

/** Epochs from 1 with their losses; of a long run every so many, and the last. */
function thinned(values: readonly number[]): readonly (readonly [epoch: number, loss: number])[] {
  const every = Math.ceil(values.length / most);
  return values.flatMap((loss, k) => (k % every === 0 || k === values.length - 1 ? [[k + 1, loss] as const] : []));
}
