/** A colour of the style sheet, which differs in light and dark. */
export const colour = (canvas, name) => getComputedStyle(canvas).getPropertyValue(name).trim();

/** The drawing context of a canvas whose pixels are those of the screen; lengths are in units of the style sheet. */
export function prepare(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== across || canvas.height !== down) Object.assign(canvas, { width: across, height: down });
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

/** The red, green and blue of `#rrggbb`. */
export const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
