import { affine, at, type Affine } from "../../ir/affine.ts";
import type { Node } from "../../ir/node.ts";
import { Misuse } from "../../ir/op.ts";
import { describeShape, ownShape, withBatch, type Extent } from "../../ir/shape.ts";

/** How an operation slides over a picture of channels × height × width, all in pixels. */
export interface Windows {
  /** Channels, height and width of the picture. */
  readonly picture: readonly [number, number, number];
  /** Height and width of a window. */
  readonly size: readonly [number, number];
  readonly stride: number;
  /** How many windows fit, one below the other and side by side. */
  readonly count: readonly [number, number];
}

/** The windows that fit into a picture, `padding` pixels of zeros around it; what a last stride would not fill is left out. `what` is what slides: a kernel, a window. */
export function windowsOf(x: Node, size: readonly [number, number], stride: number, what: string, padding = 0): Windows {
  const picture = pictureOf(x);
  const [, height, width] = picture;
  const padded = [height + 2 * padding, width + 2 * padding] as const;
  if (padding > Math.max(...size)) throw new Misuse("too-much-padding", `a padding of ${padding} is wider than the ${what} of ${size[0]} × ${size[1]}`, "further out there are only zeros to see: write a smaller one", 3);
  if (size[0] > padded[0] || size[1] > padded[1]) {
    const room = padding === 0 ? `pictures of ${height} × ${width}` : `pictures of ${height} × ${width}, ${padded[0]} × ${padded[1]} with their padding`;
    throw new Misuse("window-too-large", `a ${what} of ${size[0]} × ${size[1]} does not fit into ${room}`, `take a smaller ${what}${what === "kernel" ? ", or more padding" : ""}`, 1);
  }
  const fit = (k: 0 | 1): number => Math.floor((padded[k] - size[k]) / stride) + 1;
  return { picture: [picture[0], ...padded], size, stride, count: [fit(0), fit(1)] };
}

function pictureOf(x: Node): readonly [number, number, number] {
  const own = ownShape(x.shape);
  if (own.length !== 3) {
    const hint = own.length === 2 ? `of one channel: write reshape(x, [1, ${own.join(", ")}])` : "write for example input(3, 32, 32), or reshape(x, [1, 28, 28])";
    throw new Misuse("not-a-picture", `a picture is channels × height × width, not ${describeShape(x.shape)}`, hint, 0);
  }
  return own as unknown as readonly [number, number, number];
}

/** Box indices: those of the result (channel, row, column of windows), then `further` channels, then row and column in the window. */
export interface WindowBox {
  readonly box: readonly Extent[];
  readonly shape: readonly Extent[];
  /** Where row and column of the picture lie. */
  readonly pixel: readonly [Affine, Affine];
  /** The example index where there is one, and the position of the result's channel. */
  readonly example: readonly Affine[];
  readonly first: number;
}

/** The box of what slides over a picture: a result of so many channels, each from so many further ones. */
export function windowBox(batched: boolean, channels: number, further: readonly number[], { size, stride, count }: Windows): WindowBox {
  const first = batched ? 1 : 0;
  const inner = first + 3 + further.length;
  const pixel = (k: 0 | 1): Affine => affine(0, [{ index: first + 1 + k, coefficient: stride }, { index: inner + k, coefficient: 1 }]);
  const shape = withBatch([channels, ...count], batched);
  return { box: [...shape, ...further, ...size], shape, pixel: [pixel(0), pixel(1)], example: batched ? [at(0)] : [], first };
}
