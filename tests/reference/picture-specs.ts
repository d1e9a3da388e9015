import fc from "fast-check";
import { isLegal } from "./generated.ts";
import { Choices, type LargeSpec } from "./random-specs.ts";

/** Convolution and pooling of small pictures: any stride, padding and overlap, one channel or several, kernels of any shape, layers in one another. */
export const pictureSpecs: fc.Arbitrary<LargeSpec> = fc.array(fc.nat(1000), { minLength: 16, maxLength: 24 }).map((numbers) => {
  const choose = new Choices(numbers);
  const layer = (x: string, channels: number, k: number): { readonly lines: readonly string[]; readonly out: number } => {
    const out = choose.of([2, 1, 3]);
    const convolved = `conv2d(${x}, K${k}${choose.of(["", ", 1, 1", ", 2", ", 2, 1", ", 1, 2"])})`;
    const active = choose.of([`tanh(${convolved} + b${k})`, convolved, `relu(${convolved})`, `${convolved} .* b${k}`]);
    const pooled = choose.of([active, `maxPool2d(${active}, 2, 1)`, `avgPool2d(${active}, 2, 1)`, `maxPool2d(${active}, 2)`, `avgPool2d(${active}, 1, 2)`]);
    return { lines: [`K${k} = param(${out}, ${channels}, ${choose.of(["2, 2", "1, 2", "3, 2", "1, 1"])})`, `b${k} = param(${out}, 1, 1)`, `h${k} = ${pooled}`], out };
  };
  const channels = choose.of([2, 1, 3]);
  const first = layer("x .* a", channels, 1);
  const second = layer("h1", first.out, 2);
  const text = [
    `x = input(${channels}, ${choose.of(["8, 9", "9, 6", "10, 10"])})`,
    "d = target()",
    "a = param()",
    ...first.lines,
    ...second.lines,
    `y = output(${choose.of(["h2", "maxPool2d(h1, 2)", "h1"])})`,
    `J = loss((sum(sin(h2)) - d)^2${choose.of(["", " + sum(h1 .^ 2)", " + max(h2)"])})`,
    `conventions({reduction: "${choose.of(["mean", "sum"])}", maxTie: "${choose.of(["first", "split"])}"})`,
  ].join("\n");
  const parameters = ["a", "K1", "b1", "K2", "b2"];
  return { text, wrt: choose.of([[...parameters, "x"], parameters, [...parameters, "h1"]]) };
}).filter(({ text }) => isLegal(text));
