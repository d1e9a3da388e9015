/** A spec whose epoch of 64 steps takes longer than training lets others wait, with random draws and shuffling. */
export const slow = (optimizer: string): string => `
x = input(1000)
d = target(4)
W1 = param(150, 1000, "normal")
b1 = param(150)
W2 = param(4, 150, "normal")
h = randomLeakyRelu(W1 * x + b1, 0.1, 0.3)
y = output(W2 * h)
J = loss(sum((y - d) .^ 2) / 2)
data("generated/normal")
train({optimizer: "${optimizer}", rate: 1e-5, batch: 1, epochs: 3, seed: 5})
`;
