/**
 * transformer: compiled by gradc 0.1.0 from transformer.grad. Do not edit: change the spec and compile again.
 *
 * Spec        sha256 e58d7b542c4bea03eb2dfd8cefbc6037fbeec4790d4f6fe8aa4d924964dcfed2
 * Parameters  8736: E (10 × 24), P (8 × 24), Q1 (24 × 24), K1 (24 × 24), V1 (24 × 24), A1 (48 × 24), B1 (24 × 48), Q2 (24 × 24), K2 (24 × 24), V2 (24 × 24), A2 (48 × 24), B2 (24 × 48), W (24 × 10)
 * Precision   64-bit
 * Convention  loss and gradients are the mean over the batch; relu'(0) = 0
 * Stable form xlogy(d, softmax(z)) -> d .* logSoftmax(z)
 *
 * Operations of gradient, for one example (sums over the batch left out):
 *   forward 154104: 75912 add, 73952 multiply, 1376 subtract, 1296 divide, 1184 compare, 336 exp, 40 sqrt, 8 log
 *   backward 343368: 169896 multiply, 168640 add, 2256 subtract, 960 divide, 848 compare, 768 select
 *
 * Schedule:
 *   forward  loops: 161224 scalar operations, more than 2500; of 65 steps 34 in register tiles, 31 in plain loops; in 2 functions of at most 2000 written operations
 *     tiles     sum 192, sum2 384, Q 9216, K 9216, V 9216, mul 1600, sum3 64, mul2 1600, sum4 64, X2 1632, X2 1632, sum5 192, sum6 384, relu 18816, X3 18624, sum7 192, sum8 384, Q2 9216, K2 9216, V2 9216, mul3 1600, sum9 64, mul4 1600, sum10 64, H_in 1632, H_in 1632, sum11 192, sum12 384, relu2 18816, H 18624, sum13 192, sum14 384, sum15 3840, sum16 80
 *     loops     X 192, layerNorm_in 384, sqrt 24, layerNorm 192, max 64, softmax_exp 128, softmax 64, max2 64, softmax_exp2 128, softmax2 64, layerNorm_in2 384, sqrt2 24, layerNorm2 192, layerNorm_in3 384, sqrt3 24, layerNorm3 192, max3 64, softmax_exp3 128, softmax3 64, max4 64, softmax_exp4 128, softmax4 64, layerNorm_in4 384, sqrt4 24, layerNorm4 192, layerNorm_in5 384, sqrt5 24, layerNorm5 192, max5 80, p_exp 160, p 80
 *   evaluate  loops: 161830 scalar operations, more than 2500; of 72 steps 34 in register tiles, 35 in plain loops, 3 of at most 4 operations unrolled; examples in blocks of 64; in 4 functions of at most 2000 written operations
 *     tiles     sum 192, sum2 384, Q 9216, K 9216, V 9216, mul 1600, sum3 64, mul2 1600, sum4 64, X2 1632, X2 1632, sum5 192, sum6 384, relu 18816, X3 18624, sum7 192, sum8 384, Q2 9216, K2 9216, V2 9216, mul3 1600, sum9 64, mul4 1600, sum10 64, H_in 1632, H_in 1632, sum11 192, sum12 384, relu2 18816, H 18624, sum13 192, sum14 384, sum15 3840, sum16 80
 *     loops     X 192, layerNorm_in 384, sqrt 24, layerNorm 192, max 64, softmax_exp 128, softmax 64, max2 64, softmax_exp2 128, softmax2 64, layerNorm_in2 384, sqrt2 24, layerNorm2 192, layerNorm_in3 384, sqrt3 24, layerNorm3 192, max3 64, softmax_exp3 128, softmax3 64, max4 64, softmax_exp4 128, softmax4 64, layerNorm_in4 384, sqrt4 24, layerNorm4 192, layerNorm_in5 384, sqrt5 24, layerNorm5 192, max5 80, logSoftmax_in 80, p_exp 80, p 80, log 8, J_sum 321, accuracy_sum 273
 *     unrolled  J 2, accuracy 2, loss 0
 *   gradient  loops: 536662 scalar operations, more than 2500; of 138 steps 83 in register tiles, 50 in plain loops, 5 of at most 4 operations unrolled; examples in blocks of 32; in 8 functions of at most 2000 written operations
 *     tiles     sum 192, sum2 384, Q 9216, K 9216, V 9216, mul 1600, sum3 64, mul2 1600, sum4 64, X2 1632, X2 1632, sum5 192, sum6 384, relu 18816, X3 18624, sum7 192, sum8 384, Q2 9216, K2 9216, V2 9216, mul3 1600, sum9 64, mul4 1600, sum10 64, H_in 1632, H_in 1632, sum11 192, sum12 384, relu2 18816, H 18624, sum13 192, sum14 384, sum15 3840, sum16 80, dW 4080, delta2 3840, sum17 3840, sum18 384, grad_B2 19584, delta3 19200, grad_A2 19584, delta4 18432, sum19 18432, sum20 384, delta6 1536, delta7 1536, delta8 1536, delta8 1536, grad_V2 9792, sum21 128, sum22 128, delta11 1536, delta11 1536, dQ2 9792, delta12 1536, delta12 1536, dK2 9792, delta13 28416, sum23 192, sum24 384, grad_B1 19584, delta15 19200, grad_A1 19584, delta16 18432, sum25 18432, sum26 384, delta18 1536, delta19 1536, delta20 1536, delta20 1536, grad_V1 9792, sum27 128, sum28 128, delta23 1536, delta23 1536, dQ1 9792, delta24 1536, delta24 1536, dK1 9792, delta25 28416, sum29 192, sum30 384, grad_P 192
 *     loops     X 192, layerNorm_in 384, sqrt 24, layerNorm 192, max 64, softmax_exp 128, softmax 64, max2 64, softmax_exp2 128, softmax2 64, layerNorm_in2 384, sqrt2 24, layerNorm2 192, layerNorm_in3 384, sqrt3 24, layerNorm3 192, max3 64, softmax_exp3 128, softmax3 64, max4 64, softmax_exp4 128, softmax4 64, layerNorm_in4 384, sqrt4 24, layerNorm4 192, layerNorm_in5 384, sqrt5 24, layerNorm5 192, max5 80, logSoftmax_in 80, p_exp 80, p 80, log 8, J_sum 321, delta 160, dH 1344, delta5 1344, delta9 128, delta10 128, delta14 1344, delta17 1344, delta21 128, delta22 128, delta26 1344, grad_E 192, grad_Q1 576, grad_K1 576, grad_Q2 576, grad_K2 576, grad_W 240
 *     unrolled  share 1, share2 1, share3 1, J 2, loss 0
 *   step  loops: 652781 scalar operations, more than 2500; of 174 steps 83 in register tiles, 84 in plain loops, 7 of at most 4 operations unrolled; examples in blocks of 32; in 8 functions of at most 2000 written operations
 *     tiles     sum 192, sum2 384, Q 9216, K 9216, V 9216, mul 1600, sum3 64, mul2 1600, sum4 64, X2 1632, X2 1632, sum5 192, sum6 384, relu 18816, X3 18624, sum7 192, sum8 384, Q2 9216, K2 9216, V2 9216, mul3 1600, sum9 64, mul4 1600, sum10 64, H_in 1632, H_in 1632, sum11 192, sum12 384, relu2 18816, H 18624, sum13 192, sum14 384, sum15 3840, sum16 80, dW 4080, delta2 3840, sum17 3840, sum18 384, dB2 19584, delta3 19200, dA2 19584, delta4 18432, sum19 18432, sum20 384, delta6 1536, delta7 1536, delta8 1536, delta8 1536, dV2 9792, sum21 128, sum22 128, delta11 1536, delta11 1536, dQ2 9792, delta12 1536, delta12 1536, dK2 9792, delta13 28416, sum23 192, sum24 384, dB1 19584, delta15 19200, dA1 19584, delta16 18432, sum25 18432, sum26 384, delta18 1536, delta19 1536, delta20 1536, delta20 1536, dV1 9792, sum27 128, sum28 128, delta23 1536, delta23 1536, dQ1 9792, delta24 1536, delta24 1536, dK1 9792, delta25 28416, sum29 192, sum30 384, dP 192
 *     loops     X 192, layerNorm_in 384, sqrt 24, layerNorm 192, max 64, softmax_exp 128, softmax 64, max2 64, softmax_exp2 128, softmax2 64, layerNorm_in2 384, sqrt2 24, layerNorm2 192, layerNorm_in3 384, sqrt3 24, layerNorm3 192, max3 64, softmax_exp3 128, softmax3 64, max4 64, softmax_exp4 128, softmax4 64, layerNorm_in4 384, sqrt4 24, layerNorm4 192, layerNorm_in5 384, sqrt5 24, layerNorm5 192, max5 80, logSoftmax_in 80, p_exp 80, p 80, log 8, J_sum 321, delta 160, dH 1344, delta5 1344, delta9 128, delta10 128, delta14 1344, delta17 1344, delta21 128, delta22 128, delta26 1344, dE 192, m_E 720, v_E 960, E 1440, m_P 576, v_P 768, P 1152, m_Q1 1728, v_Q1 3456, Q1 3456, m_K1 1728, v_K1 3456, K1 3456, m_V1 1728, v_V1 2304, V1 3456, m_A1 3456, v_A1 4608, A1 6912, m_B1 3456, v_B1 4608, B1 6912, m_Q2 1728, v_Q2 3456, Q2_2 3456, m_K2 1728, v_K2 3456, K2_2 3456, m_V2 1728, v_V2 2304, V2_2 3456, m_A2 3456, v_A2 4608, A2 6912, m_B2 3456, v_B2 4608, B2 6912, m_W 720, v_W 1440, W 1440
 *     unrolled  share 1, share2 1, share3 1, stepSize 3, scale 3, share4 1, loss 2
 *
 * parameters
 *   E    10 × 24   normal   # line 5
 *   P    8 × 24    normal   # line 6
 *   Q1   24 × 24   glorot   # line 7
 *   K1   24 × 24   glorot   # line 8
 *   V1   24 × 24   glorot   # line 9
 *   A1   48 × 24   he       # line 10
 *   B1   24 × 48   glorot   # line 11
 *   Q2   24 × 24   glorot   # line 12
 *   K2   24 × 24   glorot   # line 13
 *   V2   24 × 24   glorot   # line 14
 *   A2   48 × 24   he       # line 15
 *   B2   24 × 48   glorot   # line 16
 *   W    24 × 10   glorot   # line 17
 *
 * data
 *   x   8        index of 10   # line 2
 *   c   8 × 10   label of 10   # line 3
 *
 * forward
 *   t1 = layerNorm(E[x, :] + P, 2)                                     8 × 24 per example   # line 21
 *   t2 = softmax(0.2886751345948129 * ((t1 * Q1)[:, 1:12] * (t1 * K1)[:, 1:12]'), 2)   8 × 8 per example    # line 19
 *   t3 = softmax(0.2886751345948129 * ((t1 * Q1)[:, 13:24] * (t1 * K1)[:, 13:24]'), 2)   8 × 8 per example    # line 19
 *   X = E[x, :] + P + concat(t2 * (t1 * V1)[:, 1:12], t3 * (t1 * V1)[:, 13:24])   8 × 24 per example   # lines 21, 22, 23
 *   t4 = layerNorm(X, 2)                                               8 × 24 per example   # line 22
 *   t5 = relu(t4 * A1')                                                8 × 48 per example   # line 22
 *   t6 = layerNorm(X + t5 * B1', 2)                                    8 × 24 per example   # line 21
 *   t7 = softmax(0.2886751345948129 * ((t6 * Q2)[:, 1:12] * (t6 * K2)[:, 1:12]'), 2)   8 × 8 per example    # line 19
 *   t8 = softmax(0.2886751345948129 * ((t6 * Q2)[:, 13:24] * (t6 * K2)[:, 13:24]'), 2)   8 × 8 per example    # line 19
 *   t9 = X + t5 * B1' + concat(t7 * (t6 * V2)[:, 1:12], t8 * (t6 * V2)[:, 13:24])   8 × 24 per example   # lines 21, 22, 23
 *   t10 = layerNorm(t9, 2)                                             8 × 24 per example   # line 22
 *   t11 = relu(t10 * A2')                                              8 × 48 per example   # line 22
 *   H = t9 + t11 * B2'                                                 8 × 24 per example   # line 25
 *   t12 = layerNorm(H, 2)                                              8 × 24 per example   # line 26
 *   p = softmax(t12 * W, 2)                                            8 × 10 per example   # line 26, output
 *   t13 = c .* logSoftmax(t12 * W, 2)                                  8 × 10 per example
 *   J = -0.125 * sum(t13)                                              scalar per example   # line 27, loss
 *   t14 = argmax(p, 2) == argmax(c, 2)                                 8 per example        # line 29
 *   accuracy = 0.125 * sum(t14)                                        scalar per example   # line 29, metric
 *
 * mean over the batch of m examples
 *   J = -0.125 * ((Σn sum(t13)) / m)         scalar   # line 27, loss
 *   accuracy = 0.125 * ((Σn sum(t14)) / m)   scalar   # line 29, metric
 *
 * backward
 *   t15 = 0.125 * (1/m)                                                scalar
 *   δ1 = p - c                                                         8 × 10 per example   # EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z); chain rule through logSoftmax: dx = g - softmax(x) .* sum(g)
 *   t16 = 1/192 * (1/m)                                                scalar
 *   dH = (t15 * (δ1 * W') - t16 * reshape(δ1 * sum(W, 1), [8, 1]) - t16 * (t12 .* reshape(sum(δ1 * W' .* t12, 2), [8, 1]))) ./ sqrt(1/24 * reshape(sum((H - 1/24 * reshape(sum(H, 2), [8, 1])) .^ 2, 2), [8, 1]) + 1/100000)   8 × 24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   δ2 = t11 > 0 ? dH * B2 : 0                                         8 × 48 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   t17 = dH + (δ2 * A2 - 1/24 * reshape(δ2 * sum(A2, 2), [8, 1]) - 1/24 * (t10 .* reshape(sum(δ2 * A2 .* t10, 2), [8, 1]))) ./ sqrt(1/24 * reshape(sum((t9 - 1/24 * reshape(sum(t9, 2), [8, 1])) .^ 2, 2), [8, 1]) + 1/100000)   8 × 24 per example   # sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   t18 = t17[:, 13:24] * (t6 * V2)[:, 13:24]'                         8 × 8 per example    # concat(zeros(8, 12), t8 * (t6 * V2)[:, 13:24]) with respect to t8: the other matrix transposed, times the cotangent
 *   t19 = t17[:, 1:12] * (t6 * V2)[:, 1:12]'                           8 × 8 per example    # concat(t7 * (t6 * V2)[:, 1:12], zeros(8, 12)) with respect to t7: the other matrix transposed, times the cotangent
 *   t20 = concat(t7' * t17[:, 1:12], t8' * t17[:, 13:24])              8 × 24 per example   # sum over every use of the value: concat(t7 * (t6 * V2)[:, 1:12], zeros(8, 12)) with respect to t6 * V2: the other matrix transposed, times the cotangent; concat(zeros(8, 12), t8 * (t6 * V2)[:, 13:24]) with respect to t6 * V2: the other matrix transposed, times the cotangent
 *   t21 = t8 .* (t18 - reshape(sum(t18 .* t8, 2), [8, 1]))             8 × 8 per example    # chain rule through softmax: dx = y .* (g - sum(g .* y))
 *   t22 = t7 .* (t19 - reshape(sum(t19 .* t7, 2), [8, 1]))             8 × 8 per example    # chain rule through softmax: dx = y .* (g - sum(g .* y))
 *   t23 = concat(t22 * (t6 * K2)[:, 1:12], t21 * (t6 * K2)[:, 13:24])   8 × 24 per example   # sum over every use of the value: (t6 * Q2)[:, 1:12] * (t6 * K2)[:, 1:12]' with respect to t6 * Q2: the other matrix transposed, times the cotangent; (t6 * Q2)[:, 13:24] * (t6 * K2)[:, 13:24]' with respect to t6 * Q2: the other matrix transposed, times the cotangent
 *   t24 = concat(t22' * (t6 * Q2)[:, 1:12], t21' * (t6 * Q2)[:, 13:24])   8 × 24 per example   # sum over every use of the value: (t6 * Q2)[:, 1:12] * (t6 * K2)[:, 1:12]' with respect to t6 * K2: the other matrix transposed, times the cotangent; (t6 * Q2)[:, 13:24] * (t6 * K2)[:, 13:24]' with respect to t6 * K2: the other matrix transposed, times the cotangent
 *   t25 = t20 * V2' + 0.2886751345948129 * (t24 * K2') + 0.2886751345948129 * (t23 * Q2')   8 × 24 per example   # sum over every use of the value: t6 * Q2 with respect to t6: the other matrix transposed, times the cotangent; t6 * K2 with respect to t6: the other matrix transposed, times the cotangent; t6 * V2 with respect to t6: the other matrix transposed, times the cotangent
 *   δ3 = t17 + (t25 - 1/24 * reshape(sum(t25, 2), [8, 1]) - 1/24 * (t6 .* reshape(sum(t25 .* t6, 2), [8, 1]))) ./ sqrt(1/24 * reshape(sum((X + t5 * B1' - 1/24 * reshape(sum(X + t5 * B1', 2), [8, 1])) .^ 2, 2), [8, 1]) + 1/100000)   8 × 24 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   δ4 = t5 > 0 ? δ3 * B1 : 0                                          8 × 48 per example   # EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); chain rule through relu: dx = y > 0 ? g : 0
 *   t26 = δ3 + (δ4 * A1 - 1/24 * reshape(δ4 * sum(A1, 2), [8, 1]) - 1/24 * (t4 .* reshape(sum(δ4 * A1 .* t4, 2), [8, 1]))) ./ sqrt(1/24 * reshape(sum((X - 1/24 * reshape(sum(X, 2), [8, 1])) .^ 2, 2), [8, 1]) + 1/100000)   8 × 24 per example   # sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   t27 = t26[:, 13:24] * (t1 * V1)[:, 13:24]'                         8 × 8 per example    # concat(zeros(8, 12), t3 * (t1 * V1)[:, 13:24]) with respect to t3: the other matrix transposed, times the cotangent
 *   t28 = t26[:, 1:12] * (t1 * V1)[:, 1:12]'                           8 × 8 per example    # concat(t2 * (t1 * V1)[:, 1:12], zeros(8, 12)) with respect to t2: the other matrix transposed, times the cotangent
 *   t29 = concat(t2' * t26[:, 1:12], t3' * t26[:, 13:24])              8 × 24 per example   # sum over every use of the value: concat(t2 * (t1 * V1)[:, 1:12], zeros(8, 12)) with respect to t1 * V1: the other matrix transposed, times the cotangent; concat(zeros(8, 12), t3 * (t1 * V1)[:, 13:24]) with respect to t1 * V1: the other matrix transposed, times the cotangent
 *   t30 = t3 .* (t27 - reshape(sum(t27 .* t3, 2), [8, 1]))             8 × 8 per example    # chain rule through softmax: dx = y .* (g - sum(g .* y))
 *   t31 = t2 .* (t28 - reshape(sum(t28 .* t2, 2), [8, 1]))             8 × 8 per example    # chain rule through softmax: dx = y .* (g - sum(g .* y))
 *   t32 = concat(t31 * (t1 * K1)[:, 1:12], t30 * (t1 * K1)[:, 13:24])   8 × 24 per example   # sum over every use of the value: (t1 * Q1)[:, 1:12] * (t1 * K1)[:, 1:12]' with respect to t1 * Q1: the other matrix transposed, times the cotangent; (t1 * Q1)[:, 13:24] * (t1 * K1)[:, 13:24]' with respect to t1 * Q1: the other matrix transposed, times the cotangent
 *   t33 = concat(t31' * (t1 * Q1)[:, 1:12], t30' * (t1 * Q1)[:, 13:24])   8 × 24 per example   # sum over every use of the value: (t1 * Q1)[:, 1:12] * (t1 * K1)[:, 1:12]' with respect to t1 * K1: the other matrix transposed, times the cotangent; (t1 * Q1)[:, 13:24] * (t1 * K1)[:, 13:24]' with respect to t1 * K1: the other matrix transposed, times the cotangent
 *   t34 = t29 * V1' + 0.2886751345948129 * (t33 * K1') + 0.2886751345948129 * (t32 * Q1')   8 × 24 per example   # sum over every use of the value: t1 * Q1 with respect to t1: the other matrix transposed, times the cotangent; t1 * K1 with respect to t1: the other matrix transposed, times the cotangent; t1 * V1 with respect to t1: the other matrix transposed, times the cotangent
 *   t35 = t26 + (t34 - 1/24 * reshape(sum(t34, 2), [8, 1]) - 1/24 * (t1 .* reshape(sum(t34 .* t1, 2), [8, 1]))) ./ sqrt(1/24 * reshape(sum((E[x, :] + P - 1/24 * reshape(sum(E[x, :] + P, 2), [8, 1])) .^ 2, 2), [8, 1]) + 1/100000)   8 × 24 per example   # sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5)
 *   dE[x[i], j] += Σ n,i  t35[i, j]                                    10 × 24              # each cotangent goes where the number was read
 *   dP = Σn t35                                                        8 × 24               # the same for all examples: their cotangents add up
 *   dQ1 = 0.2886751345948129 * Σn t1' * t32                            24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t1 * Q1 with respect to Q1: the other matrix transposed, times the cotangent
 *   dK1 = 0.2886751345948129 * Σn t1' * t33                            24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t1 * K1 with respect to K1: the other matrix transposed, times the cotangent
 *   dV1 = Σn t1' * t29                                                 24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t1 * V1 with respect to V1: the other matrix transposed, times the cotangent
 *   dA1 = Σn δ4' * t4                                                  48 × 24              # EQ4: ∂C/∂w = δ aᵀ; t4 * A1' with respect to A1: the other matrix transposed, times the cotangent
 *   dB1 = Σn δ3' * t5                                                  24 × 48              # EQ4: ∂C/∂w = δ aᵀ; t5 * B1' with respect to B1: the other matrix transposed, times the cotangent
 *   dQ2 = 0.2886751345948129 * Σn t6' * t23                            24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t6 * Q2 with respect to Q2: the other matrix transposed, times the cotangent
 *   dK2 = 0.2886751345948129 * Σn t6' * t24                            24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t6 * K2 with respect to K2: the other matrix transposed, times the cotangent
 *   dV2 = Σn t6' * t20                                                 24 × 24              # EQ4: ∂C/∂w = δ aᵀ; t6 * V2 with respect to V2: the other matrix transposed, times the cotangent
 *   dA2 = Σn δ2' * t10                                                 48 × 24              # EQ4: ∂C/∂w = δ aᵀ; t10 * A2' with respect to A2: the other matrix transposed, times the cotangent
 *   dB2 = Σn dH' * t11                                                 24 × 48              # EQ4: ∂C/∂w = δ aᵀ; t11 * B2' with respect to B2: the other matrix transposed, times the cotangent
 *   dW = t15 * Σn t12' * δ1                                            24 × 10              # EQ4: ∂C/∂w = δ aᵀ; t12 * W with respect to W: the other matrix transposed, times the cotangent
 */

/** The arrays that hold numbers. */
export type Floats = Float64Array;

/** Row-major numbers. The mark, never set, carries the shape, so that a 2-vector is not a 3-vector. */
export type Tensor<Shape extends readonly number[]> = Floats & { readonly shape?: Shape };

/** N numbers, row-major: an array literal of that length, or a typed array. */
export type Vector<N extends number> = Tensor<[N]> | (readonly number[] & { readonly length: N });

/** Trainable numbers: views on one flat array. */
export interface Parameters {
  /** All of them, one parameter after the other. */
  readonly flat: Floats;
  readonly E: Tensor<[10, 24]>;
  readonly P: Tensor<[8, 24]>;
  readonly Q1: Tensor<[24, 24]>;
  readonly K1: Tensor<[24, 24]>;
  readonly V1: Tensor<[24, 24]>;
  readonly A1: Tensor<[48, 24]>;
  readonly B1: Tensor<[24, 48]>;
  readonly Q2: Tensor<[24, 24]>;
  readonly K2: Tensor<[24, 24]>;
  readonly V2: Tensor<[24, 24]>;
  readonly A2: Tensor<[48, 24]>;
  readonly B2: Tensor<[24, 48]>;
  readonly W: Tensor<[24, 10]>;
}

/** The spec has no hyperparameters. */
export type Hyper = Record<string, never>;

/** Examples as columns: for each name its values, one example after the other. */
export interface Examples {
  readonly size: number;
  readonly columns: { readonly x: Int32Array; readonly c: Int32Array };
}

/** Numbers that change from step to step: step and epoch count from 1; the seed keys random draws. */
export interface Clock {
  t: number;
  epoch: number;
  rate: number;
  seed: number;
}

/** In order: J, accuracy. */
export type Report = Floats;

/** Gradients of the loss. */
export interface Gradients {
  readonly E: Tensor<[10, 24]>;
  readonly P: Tensor<[8, 24]>;
  readonly Q1: Tensor<[24, 24]>;
  readonly K1: Tensor<[24, 24]>;
  readonly V1: Tensor<[24, 24]>;
  readonly A1: Tensor<[48, 24]>;
  readonly B1: Tensor<[24, 48]>;
  readonly Q2: Tensor<[24, 24]>;
  readonly K2: Tensor<[24, 24]>;
  readonly V2: Tensor<[24, 24]>;
  readonly A2: Tensor<[48, 24]>;
  readonly B2: Tensor<[24, 48]>;
  readonly W: Tensor<[24, 10]>;
  /** Each loss over the batch. */
  readonly losses: Floats;
}

/** Predictions for one example. */
export type Outputs = { readonly p: Tensor<[8, 10]> };

/** What the module is: names, shapes, defaults and data of the spec. */
export const metadata = {
  name: "transformer",
  hash: "e58d7b542c4bea03eb2dfd8cefbc6037fbeec4790d4f6fe8aa4d924964dcfed2",
  version: "0.1.0",
  precision: "f64",
  parameters: [
    { name: "E", shape: [10, 24], offset: 0, initial: { kind: "normal" } },
    { name: "P", shape: [8, 24], offset: 240, initial: { kind: "normal" } },
    { name: "Q1", shape: [24, 24], offset: 432, initial: { kind: "glorot" } },
    { name: "K1", shape: [24, 24], offset: 1008, initial: { kind: "glorot" } },
    { name: "V1", shape: [24, 24], offset: 1584, initial: { kind: "glorot" } },
    { name: "A1", shape: [48, 24], offset: 2160, initial: { kind: "he" } },
    { name: "B1", shape: [24, 48], offset: 3312, initial: { kind: "glorot" } },
    { name: "Q2", shape: [24, 24], offset: 4464, initial: { kind: "glorot" } },
    { name: "K2", shape: [24, 24], offset: 5040, initial: { kind: "glorot" } },
    { name: "V2", shape: [24, 24], offset: 5616, initial: { kind: "glorot" } },
    { name: "A2", shape: [48, 24], offset: 6192, initial: { kind: "he" } },
    { name: "B2", shape: [24, 48], offset: 7344, initial: { kind: "glorot" } },
    { name: "W", shape: [24, 10], offset: 8496, initial: { kind: "glorot" } },
  ],
  columns: [
    { name: "x", role: "index", shape: [8], classes: 10 },
    { name: "c", role: "label", shape: [8], classes: 10 },
  ],
  hypers: [],
  losses: ["J"],
  metrics: ["accuracy"],
  outputs: [{ name: "p", shape: [8, 10] }],
  reduction: "mean",
  data: { kind: "generator", name: "reverse" },
  train: { optimizer: "adam", rate: 0.003, batch: 32, epochs: 4, validation: 0.1, seed: 1 },
} as const;

/** Parameters as views on one flat array, zero where none is given. */
export function createParameters(flat: Floats = new Float64Array(8736)): Parameters {
  return {
    flat,
    E: flat.subarray(0, 240),
    P: flat.subarray(240, 432),
    Q1: flat.subarray(432, 1008),
    K1: flat.subarray(1008, 1584),
    V1: flat.subarray(1584, 2160),
    A1: flat.subarray(2160, 3312),
    B1: flat.subarray(3312, 4464),
    Q2: flat.subarray(4464, 5040),
    K2: flat.subarray(5040, 5616),
    V2: flat.subarray(5616, 6192),
    A2: flat.subarray(6192, 7344),
    B2: flat.subarray(7344, 8496),
    W: flat.subarray(8496, 8736),
  };
}

/** Initial parameters: the same numbers for the same seed. */
export function initialise(seed: number, params: Parameters = createParameters()): Parameters {
  for (let k = 0; k < 240; k++) params.E[k] = 0.05 * normal(seed, 0, k);
  for (let k = 0; k < 192; k++) params.P[k] = 0.05 * normal(seed, 1, k);
  for (let k = 0; k < 576; k++) params.Q1[k] = 0.3535533905932738 * (2 * uniform(seed, 2, k) - 1);
  for (let k = 0; k < 576; k++) params.K1[k] = 0.3535533905932738 * (2 * uniform(seed, 3, k) - 1);
  for (let k = 0; k < 576; k++) params.V1[k] = 0.3535533905932738 * (2 * uniform(seed, 4, k) - 1);
  for (let k = 0; k < 1152; k++) params.A1[k] = 0.28867513459481287 * normal(seed, 5, k);
  for (let k = 0; k < 1152; k++) params.B1[k] = 0.28867513459481287 * (2 * uniform(seed, 6, k) - 1);
  for (let k = 0; k < 576; k++) params.Q2[k] = 0.3535533905932738 * (2 * uniform(seed, 7, k) - 1);
  for (let k = 0; k < 576; k++) params.K2[k] = 0.3535533905932738 * (2 * uniform(seed, 8, k) - 1);
  for (let k = 0; k < 576; k++) params.V2[k] = 0.3535533905932738 * (2 * uniform(seed, 9, k) - 1);
  for (let k = 0; k < 1152; k++) params.A2[k] = 0.28867513459481287 * normal(seed, 10, k);
  for (let k = 0; k < 1152; k++) params.B2[k] = 0.28867513459481287 * (2 * uniform(seed, 11, k) - 1);
  for (let k = 0; k < 240; k++) params.W[k] = 0.42008402520840293 * (2 * uniform(seed, 12, k) - 1);
  return params;
}

/** A uniform number in [0, 1) that depends on its seed, stream and position alone. */
function uniform(seed: number, stream: number, position: number): number {
  let h = 0;
  for (const word of [seed, seed / 4294967296, stream, position]) {
    h = Math.imul(h ^ word, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + 0x9e3779b9;
    h ^= h >>> 16;
  }
  return (h >>> 0) / 4294967296;
}

/** A number of the standard normal distribution (Box and Muller 1958). */
function normal(seed: number, stream: number, position: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, stream, 2 * position)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * position + 1));
}

/** Hyperparameters at the values of the spec. */
export function createHyper(): Hyper {
  return {};
}

/** Room for the predictions of one example. */
export function createOutputs(): Outputs {
  return {
    p: new Float64Array(80),
  };
}

/** Room for gradients. */
export function createGradients(_examples: number = 1): Gradients {
  return {
    E: new Float64Array(240),
    P: new Float64Array(192),
    Q1: new Float64Array(576),
    K1: new Float64Array(576),
    V1: new Float64Array(576),
    A1: new Float64Array(1152),
    B1: new Float64Array(1152),
    Q2: new Float64Array(576),
    K2: new Float64Array(576),
    V2: new Float64Array(576),
    A2: new Float64Array(1152),
    B2: new Float64Array(1152),
    W: new Float64Array(240),
    losses: new Float64Array(1),
  };
}

/** The state of the update rule, all zeros. */
export function createState(): Floats {
  return new Float64Array(17472);
}

/** Room for X, layerNorm_in2, X3, layerNorm_in4, H, sum15, p_exp, p, delta2, delta3, delta7 and delta15, one after the other. */
const delta3 = new Float64Array(13824);

const X = delta3;

const layerNorm_in2 = delta3;

const X3 = delta3;

const layerNorm_in4 = delta3;

const H = delta3;

const sum15 = delta3;

const p_exp = delta3;

const p = delta3;

const delta2 = delta3;

const delta7 = delta3;

const delta15 = delta3;

/** Room for sum2, sum2_2, max3, sum3, max2_2, sum4, sum5, sum6, sum7, sum8, max3_2, sum9, max4, softmax4, delta9, delta18 and delta21, one after the other. */
const softmax4 = new Float64Array(4224);

const sum2 = softmax4;

const sum2_2 = softmax4;

const max3 = softmax4;

const sum3 = softmax4;

const max2_2 = softmax4;

const sum4 = softmax4;

const sum5 = softmax4;

const sum6 = softmax4;

const sum7 = softmax4;

const sum8 = softmax4;

const max3_2 = softmax4;

const sum9 = softmax4;

const max4 = softmax4;

const delta9 = softmax4;

const delta18 = softmax4;

const delta21 = softmax4;

/** Room for layerNorm_in, X2, layerNorm_in3, relu2 and delta4, one after the other. */
const relu2 = new Float64Array(25344);

const layerNorm_in = relu2;

const X2 = relu2;

const layerNorm_in3 = relu2;

const delta4 = relu2;

const sqrt2 = new Float64Array(528);

const layerNorm2 = new Float64Array(12672);

const Q = new Float64Array(12672);

const K = new Float64Array(12672);

const V = new Float64Array(12672);

/** Room for mul2, softmax_exp, mul2_2, softmax_exp2, mul3, softmax_exp3, mul4, softmax_exp4, sum11, sum12, sum13, sum14, logSoftmax_in, delta and delta6, one after the other. */
const logSoftmax_in = new Float64Array(5280);

const mul2 = logSoftmax_in;

const softmax_exp = logSoftmax_in;

const mul2_2 = logSoftmax_in;

const softmax_exp2 = logSoftmax_in;

const mul3 = logSoftmax_in;

const softmax_exp3 = logSoftmax_in;

const mul4 = logSoftmax_in;

const softmax_exp4 = logSoftmax_in;

const sum11 = logSoftmax_in;

const sum12 = logSoftmax_in;

const sum13 = logSoftmax_in;

const sum14 = logSoftmax_in;

const delta = logSoftmax_in;

const delta6 = logSoftmax_in;

const softmax2 = new Float64Array(4224);

const softmax2_2 = new Float64Array(4224);

const sqrt2_2 = new Float64Array(528);

const layerNorm2_2 = new Float64Array(12672);

const relu3 = new Float64Array(25344);

const sqrt3 = new Float64Array(528);

const layerNorm3 = new Float64Array(12672);

/** Room for Q2_2, delta13 and delta25, one after the other. */
const Q2_2 = new Float64Array(12672);

const delta13 = Q2_2;

const delta25 = Q2_2;

/** Room for K2_2, delta12 and delta24, one after the other. */
const K2_2 = new Float64Array(12672);

const delta12 = K2_2;

const delta24 = K2_2;

/** Room for V2_2, delta11 and delta23, one after the other. */
const V2_2 = new Float64Array(12672);

const delta11 = V2_2;

const delta23 = V2_2;

/** Room for softmax3, delta10, delta19 and delta22, one after the other. */
const softmax3 = new Float64Array(4224);

const delta10 = softmax3;

const delta19 = softmax3;

const delta22 = softmax3;

/** Room for sum10, layerNorm4, delta5, delta14, delta17 and delta26, one after the other. */
const layerNorm4 = new Float64Array(12672);

const sum10 = layerNorm4;

const delta5 = layerNorm4;

const delta14 = layerNorm4;

const delta17 = layerNorm4;

const delta26 = layerNorm4;

/** Room for H_in, layerNorm_in5, layerNorm5, dH, delta8, delta16 and delta20, one after the other. */
const H_in = new Float64Array(12672);

const layerNorm_in5 = H_in;

const layerNorm5 = H_in;

const dH = H_in;

const delta8 = H_in;

const delta16 = H_in;

const delta20 = H_in;

const sqrt4 = new Float64Array(528);

const sqrt5 = new Float64Array(528);

/** Room for max5, sum16, sum18, sum20, sum24, sum26 and sum30, one after the other. */
const max5 = new Float64Array(528);

const sum16 = max5;

const sum18 = max5;

const sum20 = max5;

const sum24 = max5;

const sum26 = max5;

const sum30 = max5;

const rows = new Int32Array(66);

const J_sum = new Float64Array(1);

/** Room for accuracy_sum and dP, one after the other. */
const dP = new Float64Array(192);

const accuracy_sum = dP;

/** Room for log3, total, sum17, sum19, sum21, sum22, sum23, sum25, sum27, sum28 and sum29, one after the other. */
const log3 = new Float64Array(528);

const total = log3;

const sum17 = log3;

const sum19 = log3;

const sum21 = log3;

const sum22 = log3;

const sum23 = log3;

const sum25 = log3;

const sum27 = log3;

const sum28 = log3;

const sum29 = log3;

const share2 = new Float64Array(1);

const share3 = new Float64Array(1);

const dW = new Float64Array(240);

const dQ2 = new Float64Array(576);

const dK2 = new Float64Array(576);

const dQ1 = new Float64Array(576);

const dK1 = new Float64Array(576);

const stepSize = new Float64Array(1);

const scale = new Float64Array(1);

const share4 = new Float64Array(1);

const dB2 = new Float64Array(1152);

const dA2 = new Float64Array(1152);

const dV2 = new Float64Array(576);

const dB1 = new Float64Array(1152);

const dA1 = new Float64Array(1152);

const dV1 = new Float64Array(576);

const dE = new Float64Array(240);

/** The predictions for one example. */
export function forward(params: Parameters, x: Vector<8> | Int32Array, into: Outputs = createOutputs()): Outputs {
  forwardPart(params, x);
  forwardPart2(params, into);
  return into;
}

/** A part of `forward`: X, sum, layerNorm_in, sum2, sqrt, layerNorm, Q and 25 more. */
function forwardPart(params: Parameters, x: Vector<8> | Int32Array): void {
  const { E, P, Q1, K1, V1, A1, B1 } = params;

  // X = E[x, :] + P   [lines 21, 22, 23]
  for (let i = 0; i < 8; i++) {
    const x24 = x[i] * 24;
    const i24 = i * 24;
    for (let j = 0; j < 24; j++) {
      X[i24 + j] = E[x24 + j] + P[i24 + j];
    }
  }

  // sum2 = sum(X, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      s1 += X[i24 + j];
      s2 += X[i24_2 + j];
      s3 += X[i24_3 + j];
      s4 += X[i24_4 + j];
    }
    sum2[i] = s1;
    sum2[i + 1] = s2;
    sum2[i + 2] = s3;
    sum2[i + 3] = s4;
  }

  // layerNorm_in = X - 1/24 * reshape(sum2, [8, 1])
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = 0.041666666666666664 * sum2[i];
    for (let j = 0; j < 24; j++) {
      layerNorm_in[i24 + j] = X[i24 + j] - t;
    }
  }

  // sum2_2 = sum(layerNorm_in .^ 2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      const layerNorm_in_1 = layerNorm_in[i24 + j];
      const layerNorm_in_2 = layerNorm_in[i24_2 + j];
      const layerNorm_in_3 = layerNorm_in[i24_3 + j];
      const layerNorm_in_4 = layerNorm_in[i24_4 + j];
      s1 += layerNorm_in_1 * layerNorm_in_1;
      s2 += layerNorm_in_2 * layerNorm_in_2;
      s3 += layerNorm_in_3 * layerNorm_in_3;
      s4 += layerNorm_in_4 * layerNorm_in_4;
    }
    sum2_2[i] = s1;
    sum2_2[i + 1] = s2;
    sum2_2[i + 2] = s3;
    sum2_2[i + 3] = s4;
  }

  // sqrt2 = sqrt(1/24 * reshape(sum2_2, [8, 1]) + 1/100000)
  for (let i = 0; i < 8; i++) {
    sqrt2[i] = Math.sqrt(0.041666666666666664 * sum2_2[i] + 0.00001);
  }

  // layerNorm2 = layerNorm_in ./ sqrt2
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = sqrt2[i];
    for (let j = 0; j < 24; j++) {
      layerNorm2[i24 + j] = layerNorm_in[i24 + j] / t;
    }
  }

  // Q = layerNorm2 * Q1   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm_1 = layerNorm2[i24 + q];
        const q24 = q * 24;
        const Q1_1 = Q1[q24 + j];
        const layerNorm_2 = layerNorm2[i24_2 + q];
        const Q1_2 = Q1[q24 + j + 1];
        const Q1_3 = Q1[q24 + j + 2];
        const Q1_4 = Q1[q24 + j + 3];
        s11 += layerNorm_1 * Q1_1;
        s12 += layerNorm_2 * Q1_1;
        s21 += layerNorm_1 * Q1_2;
        s22 += layerNorm_2 * Q1_2;
        s31 += layerNorm_1 * Q1_3;
        s32 += layerNorm_2 * Q1_3;
        s41 += layerNorm_1 * Q1_4;
        s42 += layerNorm_2 * Q1_4;
      }
      Q[i24 + j] = s11;
      Q[i24_2 + j] = s12;
      Q[i24 + j + 1] = s21;
      Q[i24_2 + j + 1] = s22;
      Q[i24 + j + 2] = s31;
      Q[i24_2 + j + 2] = s32;
      Q[i24 + j + 3] = s41;
      Q[i24_2 + j + 3] = s42;
    }
  }

  // K = layerNorm2 * K1   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm_1 = layerNorm2[i24 + q];
        const q24 = q * 24;
        const K1_1 = K1[q24 + j];
        const layerNorm_2 = layerNorm2[i24_2 + q];
        const K1_2 = K1[q24 + j + 1];
        const K1_3 = K1[q24 + j + 2];
        const K1_4 = K1[q24 + j + 3];
        s11 += layerNorm_1 * K1_1;
        s12 += layerNorm_2 * K1_1;
        s21 += layerNorm_1 * K1_2;
        s22 += layerNorm_2 * K1_2;
        s31 += layerNorm_1 * K1_3;
        s32 += layerNorm_2 * K1_3;
        s41 += layerNorm_1 * K1_4;
        s42 += layerNorm_2 * K1_4;
      }
      K[i24 + j] = s11;
      K[i24_2 + j] = s12;
      K[i24 + j + 1] = s21;
      K[i24_2 + j + 1] = s22;
      K[i24 + j + 2] = s31;
      K[i24_2 + j + 2] = s32;
      K[i24 + j + 3] = s41;
      K[i24_2 + j + 3] = s42;
    }
  }

  // V = layerNorm2 * V1   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm_1 = layerNorm2[i24 + q];
        const q24 = q * 24;
        const V1_1 = V1[q24 + j];
        const layerNorm_2 = layerNorm2[i24_2 + q];
        const V1_2 = V1[q24 + j + 1];
        const V1_3 = V1[q24 + j + 2];
        const V1_4 = V1[q24 + j + 3];
        s11 += layerNorm_1 * V1_1;
        s12 += layerNorm_2 * V1_1;
        s21 += layerNorm_1 * V1_2;
        s22 += layerNorm_2 * V1_2;
        s31 += layerNorm_1 * V1_3;
        s32 += layerNorm_2 * V1_3;
        s41 += layerNorm_1 * V1_4;
        s42 += layerNorm_2 * V1_4;
      }
      V[i24 + j] = s11;
      V[i24_2 + j] = s12;
      V[i24 + j + 1] = s21;
      V[i24_2 + j + 1] = s22;
      V[i24 + j + 2] = s31;
      V[i24_2 + j + 2] = s32;
      V[i24 + j + 3] = s41;
      V[i24_2 + j + 3] = s42;
    }
  }

  // mul2 = 0.2886751345948129 * (Q[:, 1:12] * K[:, 1:12]')   [line 19]
  for (let j = 0; j < 8; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 12; q++) {
        const Q_1 = Q[i24 + q];
        const K_1 = K[j24 + q];
        const Q_2 = Q[i24_2 + q];
        const K_2 = K[j24_2 + q];
        const K_3 = K[j24_3 + q];
        const K_4 = K[j24_4 + q];
        s11 += Q_1 * K_1;
        s12 += Q_2 * K_1;
        s21 += Q_1 * K_2;
        s22 += Q_2 * K_2;
        s31 += Q_1 * K_3;
        s32 += Q_2 * K_3;
        s41 += Q_1 * K_4;
        s42 += Q_2 * K_4;
      }
      const i8 = i * 8;
      mul2[i8 + j] = 0.2886751345948129 * s11;
      const i8_2 = i8 + 8;
      mul2[i8_2 + j] = 0.2886751345948129 * s12;
      mul2[i8 + j + 1] = 0.2886751345948129 * s21;
      mul2[i8_2 + j + 1] = 0.2886751345948129 * s22;
      mul2[i8 + j + 2] = 0.2886751345948129 * s31;
      mul2[i8_2 + j + 2] = 0.2886751345948129 * s32;
      mul2[i8 + j + 3] = 0.2886751345948129 * s41;
      mul2[i8_2 + j + 3] = 0.2886751345948129 * s42;
    }
  }

  // max3 = max(mul2, [], 2)
  for (let i = 0; i < 8; i++) {
    let best = -Infinity;
    const i8 = i * 8;
    for (let j = 0; j < 8; j++) {
      best = Math.max(best, mul2[i8 + j]);
    }
    max3[i] = best;
  }

  // softmax_exp = exp(mul2 - reshape(max3, [8, 1]))
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = max3[i];
    for (let j = 0; j < 8; j++) {
      softmax_exp[i8 + j] = Math.exp(mul2[i8 + j] - t);
    }
  }

  // sum3 = sum(softmax_exp, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let j = 0; j < 8; j++) {
      s1 += softmax_exp[i8 + j];
      s2 += softmax_exp[i8_2 + j];
      s3 += softmax_exp[i8_3 + j];
      s4 += softmax_exp[i8_4 + j];
    }
    sum3[i] = s1;
    sum3[i + 1] = s2;
    sum3[i + 2] = s3;
    sum3[i + 3] = s4;
  }

  // softmax2 = softmax_exp ./ reshape(sum3, [8, 1])   [line 19]
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = sum3[i];
    for (let j = 0; j < 8; j++) {
      softmax2[i8 + j] = softmax_exp[i8 + j] / t;
    }
  }

  // mul2_2 = 0.2886751345948129 * (Q[:, 13:24] * K[:, 13:24]')   [line 19]
  for (let j = 0; j < 8; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 12; q++) {
        const Q_1 = Q[i24 + q + 12];
        const K_1 = K[j24 + q + 12];
        const Q_2 = Q[i24_2 + q + 12];
        const K_2 = K[j24_2 + q + 12];
        const K_3 = K[j24_3 + q + 12];
        const K_4 = K[j24_4 + q + 12];
        s11 += Q_1 * K_1;
        s12 += Q_2 * K_1;
        s21 += Q_1 * K_2;
        s22 += Q_2 * K_2;
        s31 += Q_1 * K_3;
        s32 += Q_2 * K_3;
        s41 += Q_1 * K_4;
        s42 += Q_2 * K_4;
      }
      const i8 = i * 8;
      mul2_2[i8 + j] = 0.2886751345948129 * s11;
      const i8_2 = i8 + 8;
      mul2_2[i8_2 + j] = 0.2886751345948129 * s12;
      mul2_2[i8 + j + 1] = 0.2886751345948129 * s21;
      mul2_2[i8_2 + j + 1] = 0.2886751345948129 * s22;
      mul2_2[i8 + j + 2] = 0.2886751345948129 * s31;
      mul2_2[i8_2 + j + 2] = 0.2886751345948129 * s32;
      mul2_2[i8 + j + 3] = 0.2886751345948129 * s41;
      mul2_2[i8_2 + j + 3] = 0.2886751345948129 * s42;
    }
  }

  // max2_2 = max(mul2_2, [], 2)
  for (let i = 0; i < 8; i++) {
    let best = -Infinity;
    const i8 = i * 8;
    for (let j = 0; j < 8; j++) {
      best = Math.max(best, mul2_2[i8 + j]);
    }
    max2_2[i] = best;
  }

  // softmax_exp2 = exp(mul2_2 - reshape(max2_2, [8, 1]))
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = max2_2[i];
    for (let j = 0; j < 8; j++) {
      softmax_exp2[i8 + j] = Math.exp(mul2_2[i8 + j] - t);
    }
  }

  // sum4 = sum(softmax_exp2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let j = 0; j < 8; j++) {
      s1 += softmax_exp2[i8 + j];
      s2 += softmax_exp2[i8_2 + j];
      s3 += softmax_exp2[i8_3 + j];
      s4 += softmax_exp2[i8_4 + j];
    }
    sum4[i] = s1;
    sum4[i + 1] = s2;
    sum4[i + 2] = s3;
    sum4[i + 3] = s4;
  }

  // softmax2_2 = softmax_exp2 ./ reshape(sum4, [8, 1])   [line 19]
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = sum4[i];
    for (let j = 0; j < 8; j++) {
      softmax2_2[i8 + j] = softmax_exp2[i8 + j] / t;
    }
  }

  // X2 = X + concat(softmax2 * V[:, 1:12], softmax2_2 * V[:, 13:24])   [lines 21, 22, 23]
  for (let j = 0; j < 12; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      for (let q = 0; q < 8; q++) {
        const softmax_1 = softmax2[i8 + q];
        const q24 = q * 24;
        const V_1 = V[q24 + j];
        const softmax_2 = softmax2[i8_2 + q];
        const V_2 = V[q24 + j + 1];
        const V_3 = V[q24 + j + 2];
        const V_4 = V[q24 + j + 3];
        s11 += softmax_1 * V_1;
        s12 += softmax_2 * V_1;
        s21 += softmax_1 * V_2;
        s22 += softmax_2 * V_2;
        s31 += softmax_1 * V_3;
        s32 += softmax_2 * V_3;
        s41 += softmax_1 * V_4;
        s42 += softmax_2 * V_4;
      }
      const i24 = i * 24;
      X2[i24 + j] = X[i24 + j] + s11;
      const i24_2 = i24 + 24;
      X2[i24_2 + j] = X[i24_2 + j] + s12;
      X2[i24 + j + 1] = X[i24 + j + 1] + s21;
      X2[i24_2 + j + 1] = X[i24_2 + j + 1] + s22;
      X2[i24 + j + 2] = X[i24 + j + 2] + s31;
      X2[i24_2 + j + 2] = X[i24_2 + j + 2] + s32;
      X2[i24 + j + 3] = X[i24 + j + 3] + s41;
      X2[i24_2 + j + 3] = X[i24_2 + j + 3] + s42;
    }
  }
  for (let j = 0; j < 12; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      for (let q = 0; q < 8; q++) {
        const softmax2_1 = softmax2_2[i8 + q];
        const q24 = q * 24;
        const V_1 = V[q24 + j + 12];
        const softmax2_2_2 = softmax2_2[i8_2 + q];
        const V_2 = V[q24 + j + 13];
        const V_3 = V[q24 + j + 14];
        const V_4 = V[q24 + j + 15];
        s11 += softmax2_1 * V_1;
        s12 += softmax2_2_2 * V_1;
        s21 += softmax2_1 * V_2;
        s22 += softmax2_2_2 * V_2;
        s31 += softmax2_1 * V_3;
        s32 += softmax2_2_2 * V_3;
        s41 += softmax2_1 * V_4;
        s42 += softmax2_2_2 * V_4;
      }
      const i24 = i * 24;
      X2[i24 + j + 12] = X[i24 + j + 12] + s11;
      const i24_2 = i24 + 24;
      X2[i24_2 + j + 12] = X[i24_2 + j + 12] + s12;
      X2[i24 + j + 13] = X[i24 + j + 13] + s21;
      X2[i24_2 + j + 13] = X[i24_2 + j + 13] + s22;
      X2[i24 + j + 14] = X[i24 + j + 14] + s31;
      X2[i24_2 + j + 14] = X[i24_2 + j + 14] + s32;
      X2[i24 + j + 15] = X[i24 + j + 15] + s41;
      X2[i24_2 + j + 15] = X[i24_2 + j + 15] + s42;
    }
  }

  // sum5 = sum(X2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      s1 += X2[i24 + j];
      s2 += X2[i24_2 + j];
      s3 += X2[i24_3 + j];
      s4 += X2[i24_4 + j];
    }
    sum5[i] = s1;
    sum5[i + 1] = s2;
    sum5[i + 2] = s3;
    sum5[i + 3] = s4;
  }

  // layerNorm_in2 = X2 - 1/24 * reshape(sum5, [8, 1])
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = 0.041666666666666664 * sum5[i];
    for (let j = 0; j < 24; j++) {
      layerNorm_in2[i24 + j] = X2[i24 + j] - t;
    }
  }

  // sum6 = sum(layerNorm_in2 .^ 2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      const layerNorm_in2_1 = layerNorm_in2[i24 + j];
      const layerNorm_in2_2 = layerNorm_in2[i24_2 + j];
      const layerNorm_in2_3 = layerNorm_in2[i24_3 + j];
      const layerNorm_in2_4 = layerNorm_in2[i24_4 + j];
      s1 += layerNorm_in2_1 * layerNorm_in2_1;
      s2 += layerNorm_in2_2 * layerNorm_in2_2;
      s3 += layerNorm_in2_3 * layerNorm_in2_3;
      s4 += layerNorm_in2_4 * layerNorm_in2_4;
    }
    sum6[i] = s1;
    sum6[i + 1] = s2;
    sum6[i + 2] = s3;
    sum6[i + 3] = s4;
  }

  // sqrt2_2 = sqrt(1/24 * reshape(sum6, [8, 1]) + 1/100000)
  for (let i = 0; i < 8; i++) {
    sqrt2_2[i] = Math.sqrt(0.041666666666666664 * sum6[i] + 0.00001);
  }

  // layerNorm2_2 = layerNorm_in2 ./ sqrt2_2
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = sqrt2_2[i];
    for (let j = 0; j < 24; j++) {
      layerNorm2_2[i24 + j] = layerNorm_in2[i24 + j] / t;
    }
  }

  // relu3 = relu(layerNorm2_2 * A1')   [line 22]
  for (let j = 0; j < 48; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm2_1 = layerNorm2_2[i24 + q];
        const A1_1 = A1[j24 + q];
        const layerNorm2_2_2 = layerNorm2_2[i24_2 + q];
        const A1_2 = A1[j24_2 + q];
        const A1_3 = A1[j24_3 + q];
        const A1_4 = A1[j24_4 + q];
        s11 += layerNorm2_1 * A1_1;
        s12 += layerNorm2_2_2 * A1_1;
        s21 += layerNorm2_1 * A1_2;
        s22 += layerNorm2_2_2 * A1_2;
        s31 += layerNorm2_1 * A1_3;
        s32 += layerNorm2_2_2 * A1_3;
        s41 += layerNorm2_1 * A1_4;
        s42 += layerNorm2_2_2 * A1_4;
      }
      const i48 = i * 48;
      relu3[i48 + j] = Math.max(s11, 0);
      const i48_2 = i48 + 48;
      relu3[i48_2 + j] = Math.max(s12, 0);
      relu3[i48 + j + 1] = Math.max(s21, 0);
      relu3[i48_2 + j + 1] = Math.max(s22, 0);
      relu3[i48 + j + 2] = Math.max(s31, 0);
      relu3[i48_2 + j + 2] = Math.max(s32, 0);
      relu3[i48 + j + 3] = Math.max(s41, 0);
      relu3[i48_2 + j + 3] = Math.max(s42, 0);
    }
  }

  // X3 = X2 + relu3 * B1'   [lines 21, 22, 23, 25]
  for (let j = 0; j < 24; j += 4) {
    const j48 = j * 48;
    const j48_2 = j48 + 48;
    const j48_3 = j48 + 96;
    const j48_4 = j48 + 144;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i48 = i * 48;
      const i48_2 = i48 + 48;
      for (let q = 0; q < 48; q++) {
        const relu_1 = relu3[i48 + q];
        const B1_1 = B1[j48 + q];
        const relu_2 = relu3[i48_2 + q];
        const B1_2 = B1[j48_2 + q];
        const B1_3 = B1[j48_3 + q];
        const B1_4 = B1[j48_4 + q];
        s11 += relu_1 * B1_1;
        s12 += relu_2 * B1_1;
        s21 += relu_1 * B1_2;
        s22 += relu_2 * B1_2;
        s31 += relu_1 * B1_3;
        s32 += relu_2 * B1_3;
        s41 += relu_1 * B1_4;
        s42 += relu_2 * B1_4;
      }
      const i24 = i * 24;
      X3[i24 + j] = X2[i24 + j] + s11;
      const i24_2 = i24 + 24;
      X3[i24_2 + j] = X2[i24_2 + j] + s12;
      X3[i24 + j + 1] = X2[i24 + j + 1] + s21;
      X3[i24_2 + j + 1] = X2[i24_2 + j + 1] + s22;
      X3[i24 + j + 2] = X2[i24 + j + 2] + s31;
      X3[i24_2 + j + 2] = X2[i24_2 + j + 2] + s32;
      X3[i24 + j + 3] = X2[i24 + j + 3] + s41;
      X3[i24_2 + j + 3] = X2[i24_2 + j + 3] + s42;
    }
  }

  // sum7 = sum(X3, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      s1 += X3[i24 + j];
      s2 += X3[i24_2 + j];
      s3 += X3[i24_3 + j];
      s4 += X3[i24_4 + j];
    }
    sum7[i] = s1;
    sum7[i + 1] = s2;
    sum7[i + 2] = s3;
    sum7[i + 3] = s4;
  }

  // layerNorm_in3 = X3 - 1/24 * reshape(sum7, [8, 1])
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = 0.041666666666666664 * sum7[i];
    for (let j = 0; j < 24; j++) {
      layerNorm_in3[i24 + j] = X3[i24 + j] - t;
    }
  }

  // sum8 = sum(layerNorm_in3 .^ 2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      const layerNorm_in3_1 = layerNorm_in3[i24 + j];
      const layerNorm_in3_2 = layerNorm_in3[i24_2 + j];
      const layerNorm_in3_3 = layerNorm_in3[i24_3 + j];
      const layerNorm_in3_4 = layerNorm_in3[i24_4 + j];
      s1 += layerNorm_in3_1 * layerNorm_in3_1;
      s2 += layerNorm_in3_2 * layerNorm_in3_2;
      s3 += layerNorm_in3_3 * layerNorm_in3_3;
      s4 += layerNorm_in3_4 * layerNorm_in3_4;
    }
    sum8[i] = s1;
    sum8[i + 1] = s2;
    sum8[i + 2] = s3;
    sum8[i + 3] = s4;
  }

  // sqrt3 = sqrt(1/24 * reshape(sum8, [8, 1]) + 1/100000)
  for (let i = 0; i < 8; i++) {
    sqrt3[i] = Math.sqrt(0.041666666666666664 * sum8[i] + 0.00001);
  }

  // layerNorm3 = layerNorm_in3 ./ sqrt3
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = sqrt3[i];
    for (let j = 0; j < 24; j++) {
      layerNorm3[i24 + j] = layerNorm_in3[i24 + j] / t;
    }
  }
}

/** A part of `forward`: Q2, K2, V2, mul3, max3, softmax_exp3, sum9 and 24 more. */
function forwardPart2(params: Parameters, into: Outputs): void {
  const { Q2, K2, V2, A2, B2, W } = params;

  // Q2_2 = layerNorm3 * Q2   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm3_1 = layerNorm3[i24 + q];
        const q24 = q * 24;
        const Q2_1 = Q2[q24 + j];
        const layerNorm3_2 = layerNorm3[i24_2 + q];
        const Q2_2_2 = Q2[q24 + j + 1];
        const Q2_3 = Q2[q24 + j + 2];
        const Q2_4 = Q2[q24 + j + 3];
        s11 += layerNorm3_1 * Q2_1;
        s12 += layerNorm3_2 * Q2_1;
        s21 += layerNorm3_1 * Q2_2_2;
        s22 += layerNorm3_2 * Q2_2_2;
        s31 += layerNorm3_1 * Q2_3;
        s32 += layerNorm3_2 * Q2_3;
        s41 += layerNorm3_1 * Q2_4;
        s42 += layerNorm3_2 * Q2_4;
      }
      Q2_2[i24 + j] = s11;
      Q2_2[i24_2 + j] = s12;
      Q2_2[i24 + j + 1] = s21;
      Q2_2[i24_2 + j + 1] = s22;
      Q2_2[i24 + j + 2] = s31;
      Q2_2[i24_2 + j + 2] = s32;
      Q2_2[i24 + j + 3] = s41;
      Q2_2[i24_2 + j + 3] = s42;
    }
  }

  // K2_2 = layerNorm3 * K2   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm3_1 = layerNorm3[i24 + q];
        const q24 = q * 24;
        const K2_1 = K2[q24 + j];
        const layerNorm3_2 = layerNorm3[i24_2 + q];
        const K2_2_2 = K2[q24 + j + 1];
        const K2_3 = K2[q24 + j + 2];
        const K2_4 = K2[q24 + j + 3];
        s11 += layerNorm3_1 * K2_1;
        s12 += layerNorm3_2 * K2_1;
        s21 += layerNorm3_1 * K2_2_2;
        s22 += layerNorm3_2 * K2_2_2;
        s31 += layerNorm3_1 * K2_3;
        s32 += layerNorm3_2 * K2_3;
        s41 += layerNorm3_1 * K2_4;
        s42 += layerNorm3_2 * K2_4;
      }
      K2_2[i24 + j] = s11;
      K2_2[i24_2 + j] = s12;
      K2_2[i24 + j + 1] = s21;
      K2_2[i24_2 + j + 1] = s22;
      K2_2[i24 + j + 2] = s31;
      K2_2[i24_2 + j + 2] = s32;
      K2_2[i24 + j + 3] = s41;
      K2_2[i24_2 + j + 3] = s42;
    }
  }

  // V2_2 = layerNorm3 * V2   [lines 20, 21]
  for (let j = 0; j < 24; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm3_1 = layerNorm3[i24 + q];
        const q24 = q * 24;
        const V2_1 = V2[q24 + j];
        const layerNorm3_2 = layerNorm3[i24_2 + q];
        const V2_2_2 = V2[q24 + j + 1];
        const V2_3 = V2[q24 + j + 2];
        const V2_4 = V2[q24 + j + 3];
        s11 += layerNorm3_1 * V2_1;
        s12 += layerNorm3_2 * V2_1;
        s21 += layerNorm3_1 * V2_2_2;
        s22 += layerNorm3_2 * V2_2_2;
        s31 += layerNorm3_1 * V2_3;
        s32 += layerNorm3_2 * V2_3;
        s41 += layerNorm3_1 * V2_4;
        s42 += layerNorm3_2 * V2_4;
      }
      V2_2[i24 + j] = s11;
      V2_2[i24_2 + j] = s12;
      V2_2[i24 + j + 1] = s21;
      V2_2[i24_2 + j + 1] = s22;
      V2_2[i24 + j + 2] = s31;
      V2_2[i24_2 + j + 2] = s32;
      V2_2[i24 + j + 3] = s41;
      V2_2[i24_2 + j + 3] = s42;
    }
  }

  // mul3 = 0.2886751345948129 * (Q2_2[:, 1:12] * K2_2[:, 1:12]')   [line 19]
  for (let j = 0; j < 8; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 12; q++) {
        const Q2_1 = Q2_2[i24 + q];
        const K2_1 = K2_2[j24 + q];
        const Q2_2_2 = Q2_2[i24_2 + q];
        const K2_2_2 = K2_2[j24_2 + q];
        const K2_3 = K2_2[j24_3 + q];
        const K2_4 = K2_2[j24_4 + q];
        s11 += Q2_1 * K2_1;
        s12 += Q2_2_2 * K2_1;
        s21 += Q2_1 * K2_2_2;
        s22 += Q2_2_2 * K2_2_2;
        s31 += Q2_1 * K2_3;
        s32 += Q2_2_2 * K2_3;
        s41 += Q2_1 * K2_4;
        s42 += Q2_2_2 * K2_4;
      }
      const i8 = i * 8;
      mul3[i8 + j] = 0.2886751345948129 * s11;
      const i8_2 = i8 + 8;
      mul3[i8_2 + j] = 0.2886751345948129 * s12;
      mul3[i8 + j + 1] = 0.2886751345948129 * s21;
      mul3[i8_2 + j + 1] = 0.2886751345948129 * s22;
      mul3[i8 + j + 2] = 0.2886751345948129 * s31;
      mul3[i8_2 + j + 2] = 0.2886751345948129 * s32;
      mul3[i8 + j + 3] = 0.2886751345948129 * s41;
      mul3[i8_2 + j + 3] = 0.2886751345948129 * s42;
    }
  }

  // max3_2 = max(mul3, [], 2)
  for (let i = 0; i < 8; i++) {
    let best = -Infinity;
    const i8 = i * 8;
    for (let j = 0; j < 8; j++) {
      best = Math.max(best, mul3[i8 + j]);
    }
    max3_2[i] = best;
  }

  // softmax_exp3 = exp(mul3 - reshape(max3_2, [8, 1]))
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = max3_2[i];
    for (let j = 0; j < 8; j++) {
      softmax_exp3[i8 + j] = Math.exp(mul3[i8 + j] - t);
    }
  }

  // sum9 = sum(softmax_exp3, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let j = 0; j < 8; j++) {
      s1 += softmax_exp3[i8 + j];
      s2 += softmax_exp3[i8_2 + j];
      s3 += softmax_exp3[i8_3 + j];
      s4 += softmax_exp3[i8_4 + j];
    }
    sum9[i] = s1;
    sum9[i + 1] = s2;
    sum9[i + 2] = s3;
    sum9[i + 3] = s4;
  }

  // softmax3 = softmax_exp3 ./ reshape(sum9, [8, 1])   [line 19]
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = sum9[i];
    for (let j = 0; j < 8; j++) {
      softmax3[i8 + j] = softmax_exp3[i8 + j] / t;
    }
  }

  // mul4 = 0.2886751345948129 * (Q2_2[:, 13:24] * K2_2[:, 13:24]')   [line 19]
  for (let j = 0; j < 8; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 12; q++) {
        const Q2_1 = Q2_2[i24 + q + 12];
        const K2_1 = K2_2[j24 + q + 12];
        const Q2_2_2 = Q2_2[i24_2 + q + 12];
        const K2_2_2 = K2_2[j24_2 + q + 12];
        const K2_3 = K2_2[j24_3 + q + 12];
        const K2_4 = K2_2[j24_4 + q + 12];
        s11 += Q2_1 * K2_1;
        s12 += Q2_2_2 * K2_1;
        s21 += Q2_1 * K2_2_2;
        s22 += Q2_2_2 * K2_2_2;
        s31 += Q2_1 * K2_3;
        s32 += Q2_2_2 * K2_3;
        s41 += Q2_1 * K2_4;
        s42 += Q2_2_2 * K2_4;
      }
      const i8 = i * 8;
      mul4[i8 + j] = 0.2886751345948129 * s11;
      const i8_2 = i8 + 8;
      mul4[i8_2 + j] = 0.2886751345948129 * s12;
      mul4[i8 + j + 1] = 0.2886751345948129 * s21;
      mul4[i8_2 + j + 1] = 0.2886751345948129 * s22;
      mul4[i8 + j + 2] = 0.2886751345948129 * s31;
      mul4[i8_2 + j + 2] = 0.2886751345948129 * s32;
      mul4[i8 + j + 3] = 0.2886751345948129 * s41;
      mul4[i8_2 + j + 3] = 0.2886751345948129 * s42;
    }
  }

  // max4 = max(mul4, [], 2)
  for (let i = 0; i < 8; i++) {
    let best = -Infinity;
    const i8 = i * 8;
    for (let j = 0; j < 8; j++) {
      best = Math.max(best, mul4[i8 + j]);
    }
    max4[i] = best;
  }

  // softmax_exp4 = exp(mul4 - reshape(max4, [8, 1]))
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = max4[i];
    for (let j = 0; j < 8; j++) {
      softmax_exp4[i8 + j] = Math.exp(mul4[i8 + j] - t);
    }
  }

  // sum10 = sum(softmax_exp4, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i8 = i * 8;
    const i8_2 = i8 + 8;
    const i8_3 = i8 + 16;
    const i8_4 = i8 + 24;
    for (let j = 0; j < 8; j++) {
      s1 += softmax_exp4[i8 + j];
      s2 += softmax_exp4[i8_2 + j];
      s3 += softmax_exp4[i8_3 + j];
      s4 += softmax_exp4[i8_4 + j];
    }
    sum10[i] = s1;
    sum10[i + 1] = s2;
    sum10[i + 2] = s3;
    sum10[i + 3] = s4;
  }

  // softmax4 = softmax_exp4 ./ reshape(sum10, [8, 1])   [line 19]
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    const t = sum10[i];
    for (let j = 0; j < 8; j++) {
      softmax4[i8 + j] = softmax_exp4[i8 + j] / t;
    }
  }

  // H_in = X3 + concat(softmax3 * V2_2[:, 1:12], softmax4 * V2_2[:, 13:24])   [lines 21, 22, 23]
  for (let j = 0; j < 12; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      for (let q = 0; q < 8; q++) {
        const softmax3_1 = softmax3[i8 + q];
        const q24 = q * 24;
        const V2_1 = V2_2[q24 + j];
        const softmax3_2 = softmax3[i8_2 + q];
        const V2_2_2 = V2_2[q24 + j + 1];
        const V2_3 = V2_2[q24 + j + 2];
        const V2_4 = V2_2[q24 + j + 3];
        s11 += softmax3_1 * V2_1;
        s12 += softmax3_2 * V2_1;
        s21 += softmax3_1 * V2_2_2;
        s22 += softmax3_2 * V2_2_2;
        s31 += softmax3_1 * V2_3;
        s32 += softmax3_2 * V2_3;
        s41 += softmax3_1 * V2_4;
        s42 += softmax3_2 * V2_4;
      }
      const i24 = i * 24;
      H_in[i24 + j] = X3[i24 + j] + s11;
      const i24_2 = i24 + 24;
      H_in[i24_2 + j] = X3[i24_2 + j] + s12;
      H_in[i24 + j + 1] = X3[i24 + j + 1] + s21;
      H_in[i24_2 + j + 1] = X3[i24_2 + j + 1] + s22;
      H_in[i24 + j + 2] = X3[i24 + j + 2] + s31;
      H_in[i24_2 + j + 2] = X3[i24_2 + j + 2] + s32;
      H_in[i24 + j + 3] = X3[i24 + j + 3] + s41;
      H_in[i24_2 + j + 3] = X3[i24_2 + j + 3] + s42;
    }
  }
  for (let j = 0; j < 12; j += 4) {
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i8 = i * 8;
      const i8_2 = i8 + 8;
      for (let q = 0; q < 8; q++) {
        const softmax4_1 = softmax4[i8 + q];
        const q24 = q * 24;
        const V2_1 = V2_2[q24 + j + 12];
        const softmax4_2 = softmax4[i8_2 + q];
        const V2_2_2 = V2_2[q24 + j + 13];
        const V2_3 = V2_2[q24 + j + 14];
        const V2_4 = V2_2[q24 + j + 15];
        s11 += softmax4_1 * V2_1;
        s12 += softmax4_2 * V2_1;
        s21 += softmax4_1 * V2_2_2;
        s22 += softmax4_2 * V2_2_2;
        s31 += softmax4_1 * V2_3;
        s32 += softmax4_2 * V2_3;
        s41 += softmax4_1 * V2_4;
        s42 += softmax4_2 * V2_4;
      }
      const i24 = i * 24;
      H_in[i24 + j + 12] = X3[i24 + j + 12] + s11;
      const i24_2 = i24 + 24;
      H_in[i24_2 + j + 12] = X3[i24_2 + j + 12] + s12;
      H_in[i24 + j + 13] = X3[i24 + j + 13] + s21;
      H_in[i24_2 + j + 13] = X3[i24_2 + j + 13] + s22;
      H_in[i24 + j + 14] = X3[i24 + j + 14] + s31;
      H_in[i24_2 + j + 14] = X3[i24_2 + j + 14] + s32;
      H_in[i24 + j + 15] = X3[i24 + j + 15] + s41;
      H_in[i24_2 + j + 15] = X3[i24_2 + j + 15] + s42;
    }
  }

  // sum11 = sum(H_in, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      s1 += H_in[i24 + j];
      s2 += H_in[i24_2 + j];
      s3 += H_in[i24_3 + j];
      s4 += H_in[i24_4 + j];
    }
    sum11[i] = s1;
    sum11[i + 1] = s2;
    sum11[i + 2] = s3;
    sum11[i + 3] = s4;
  }

  // layerNorm_in4 = H_in - 1/24 * reshape(sum11, [8, 1])
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = 0.041666666666666664 * sum11[i];
    for (let j = 0; j < 24; j++) {
      layerNorm_in4[i24 + j] = H_in[i24 + j] - t;
    }
  }

  // sum12 = sum(layerNorm_in4 .^ 2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      const layerNorm_in4_1 = layerNorm_in4[i24 + j];
      const layerNorm_in4_2 = layerNorm_in4[i24_2 + j];
      const layerNorm_in4_3 = layerNorm_in4[i24_3 + j];
      const layerNorm_in4_4 = layerNorm_in4[i24_4 + j];
      s1 += layerNorm_in4_1 * layerNorm_in4_1;
      s2 += layerNorm_in4_2 * layerNorm_in4_2;
      s3 += layerNorm_in4_3 * layerNorm_in4_3;
      s4 += layerNorm_in4_4 * layerNorm_in4_4;
    }
    sum12[i] = s1;
    sum12[i + 1] = s2;
    sum12[i + 2] = s3;
    sum12[i + 3] = s4;
  }

  // sqrt4 = sqrt(1/24 * reshape(sum12, [8, 1]) + 1/100000)
  for (let i = 0; i < 8; i++) {
    sqrt4[i] = Math.sqrt(0.041666666666666664 * sum12[i] + 0.00001);
  }

  // layerNorm4 = layerNorm_in4 ./ sqrt4
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = sqrt4[i];
    for (let j = 0; j < 24; j++) {
      layerNorm4[i24 + j] = layerNorm_in4[i24 + j] / t;
    }
  }

  // relu2 = relu(layerNorm4 * A2')   [line 22]
  for (let j = 0; j < 48; j += 4) {
    const j24 = j * 24;
    const j24_2 = j24 + 24;
    const j24_3 = j24 + 48;
    const j24_4 = j24 + 72;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i24 = i * 24;
      const i24_2 = i24 + 24;
      for (let q = 0; q < 24; q++) {
        const layerNorm4_1 = layerNorm4[i24 + q];
        const A2_1 = A2[j24 + q];
        const layerNorm4_2 = layerNorm4[i24_2 + q];
        const A2_2 = A2[j24_2 + q];
        const A2_3 = A2[j24_3 + q];
        const A2_4 = A2[j24_4 + q];
        s11 += layerNorm4_1 * A2_1;
        s12 += layerNorm4_2 * A2_1;
        s21 += layerNorm4_1 * A2_2;
        s22 += layerNorm4_2 * A2_2;
        s31 += layerNorm4_1 * A2_3;
        s32 += layerNorm4_2 * A2_3;
        s41 += layerNorm4_1 * A2_4;
        s42 += layerNorm4_2 * A2_4;
      }
      const i48 = i * 48;
      relu2[i48 + j] = Math.max(s11, 0);
      const i48_2 = i48 + 48;
      relu2[i48_2 + j] = Math.max(s12, 0);
      relu2[i48 + j + 1] = Math.max(s21, 0);
      relu2[i48_2 + j + 1] = Math.max(s22, 0);
      relu2[i48 + j + 2] = Math.max(s31, 0);
      relu2[i48_2 + j + 2] = Math.max(s32, 0);
      relu2[i48 + j + 3] = Math.max(s41, 0);
      relu2[i48_2 + j + 3] = Math.max(s42, 0);
    }
  }

  // H = H_in + relu2 * B2'   [line 25]
  for (let j = 0; j < 24; j += 4) {
    const j48 = j * 48;
    const j48_2 = j48 + 48;
    const j48_3 = j48 + 96;
    const j48_4 = j48 + 144;
    for (let i = 0; i < 8; i += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      const i48 = i * 48;
      const i48_2 = i48 + 48;
      for (let q = 0; q < 48; q++) {
        const relu2_1 = relu2[i48 + q];
        const B2_1 = B2[j48 + q];
        const relu2_2 = relu2[i48_2 + q];
        const B2_2 = B2[j48_2 + q];
        const B2_3 = B2[j48_3 + q];
        const B2_4 = B2[j48_4 + q];
        s11 += relu2_1 * B2_1;
        s12 += relu2_2 * B2_1;
        s21 += relu2_1 * B2_2;
        s22 += relu2_2 * B2_2;
        s31 += relu2_1 * B2_3;
        s32 += relu2_2 * B2_3;
        s41 += relu2_1 * B2_4;
        s42 += relu2_2 * B2_4;
      }
      const i24 = i * 24;
      H[i24 + j] = H_in[i24 + j] + s11;
      const i24_2 = i24 + 24;
      H[i24_2 + j] = H_in[i24_2 + j] + s12;
      H[i24 + j + 1] = H_in[i24 + j + 1] + s21;
      H[i24_2 + j + 1] = H_in[i24_2 + j + 1] + s22;
      H[i24 + j + 2] = H_in[i24 + j + 2] + s31;
      H[i24_2 + j + 2] = H_in[i24_2 + j + 2] + s32;
      H[i24 + j + 3] = H_in[i24 + j + 3] + s41;
      H[i24_2 + j + 3] = H_in[i24_2 + j + 3] + s42;
    }
  }

  // sum13 = sum(H, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      s1 += H[i24 + j];
      s2 += H[i24_2 + j];
      s3 += H[i24_3 + j];
      s4 += H[i24_4 + j];
    }
    sum13[i] = s1;
    sum13[i + 1] = s2;
    sum13[i + 2] = s3;
    sum13[i + 3] = s4;
  }

  // layerNorm_in5 = H - 1/24 * reshape(sum13, [8, 1])
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = 0.041666666666666664 * sum13[i];
    for (let j = 0; j < 24; j++) {
      layerNorm_in5[i24 + j] = H[i24 + j] - t;
    }
  }

  // sum14 = sum(layerNorm_in5 .^ 2, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    for (let j = 0; j < 24; j++) {
      const layerNorm_in5_1 = layerNorm_in5[i24 + j];
      const layerNorm_in5_2 = layerNorm_in5[i24_2 + j];
      const layerNorm_in5_3 = layerNorm_in5[i24_3 + j];
      const layerNorm_in5_4 = layerNorm_in5[i24_4 + j];
      s1 += layerNorm_in5_1 * layerNorm_in5_1;
      s2 += layerNorm_in5_2 * layerNorm_in5_2;
      s3 += layerNorm_in5_3 * layerNorm_in5_3;
      s4 += layerNorm_in5_4 * layerNorm_in5_4;
    }
    sum14[i] = s1;
    sum14[i + 1] = s2;
    sum14[i + 2] = s3;
    sum14[i + 3] = s4;
  }

  // sqrt5 = sqrt(1/24 * reshape(sum14, [8, 1]) + 1/100000)
  for (let i = 0; i < 8; i++) {
    sqrt5[i] = Math.sqrt(0.041666666666666664 * sum14[i] + 0.00001);
  }

  // layerNorm5 = layerNorm_in5 ./ sqrt5
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const t = sqrt5[i];
    for (let j = 0; j < 24; j++) {
      layerNorm5[i24 + j] = layerNorm_in5[i24 + j] / t;
    }
  }

  // sum15 = layerNorm5 * W   [line 26]
  for (let i = 0; i < 8; i += 4) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    const i24_4 = i24 + 72;
    const i10 = i * 10;
    const i10_2 = i10 + 10;
    const i10_3 = i10 + 20;
    const i10_4 = i10 + 30;
    for (let j = 0; j < 10; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let q = 0; q < 24; q++) {
        const layerNorm5_1 = layerNorm5[i24 + q];
        const q10 = q * 10;
        const W_1 = W[q10 + j];
        const W_2 = W[q10 + j + 1];
        const layerNorm5_2 = layerNorm5[i24_2 + q];
        const layerNorm5_3 = layerNorm5[i24_3 + q];
        const layerNorm5_4 = layerNorm5[i24_4 + q];
        s11 += layerNorm5_1 * W_1;
        s12 += layerNorm5_1 * W_2;
        s21 += layerNorm5_2 * W_1;
        s22 += layerNorm5_2 * W_2;
        s31 += layerNorm5_3 * W_1;
        s32 += layerNorm5_3 * W_2;
        s41 += layerNorm5_4 * W_1;
        s42 += layerNorm5_4 * W_2;
      }
      sum15[i10 + j] = s11;
      sum15[i10 + j + 1] = s12;
      sum15[i10_2 + j] = s21;
      sum15[i10_2 + j + 1] = s22;
      sum15[i10_3 + j] = s31;
      sum15[i10_3 + j + 1] = s32;
      sum15[i10_4 + j] = s41;
      sum15[i10_4 + j + 1] = s42;
    }
  }

  // max5 = max(sum15, [], 2)
  for (let i = 0; i < 8; i++) {
    let best = -Infinity;
    const i10 = i * 10;
    for (let j = 0; j < 10; j++) {
      best = Math.max(best, sum15[i10 + j]);
    }
    max5[i] = best;
  }

  // p_exp = exp(sum15 - reshape(max5, [8, 1]))
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    const t = max5[i];
    for (let j = 0; j < 10; j++) {
      p_exp[i10 + j] = Math.exp(sum15[i10 + j] - t);
    }
  }

  // sum16 = sum(p_exp, 2)
  for (let i = 0; i < 8; i += 4) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    const i10 = i * 10;
    const i10_2 = i10 + 10;
    const i10_3 = i10 + 20;
    const i10_4 = i10 + 30;
    for (let j = 0; j < 10; j++) {
      s1 += p_exp[i10 + j];
      s2 += p_exp[i10_2 + j];
      s3 += p_exp[i10_3 + j];
      s4 += p_exp[i10_4 + j];
    }
    sum16[i] = s1;
    sum16[i + 1] = s2;
    sum16[i + 2] = s3;
    sum16[i + 3] = s4;
  }

  // p = p_exp ./ reshape(sum16, [8, 1])   [line 26, output]
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    const t = sum16[i];
    for (let j = 0; j < 10; j++) {
      into.p[i10 + j] = p_exp[i10 + j] / t;
    }
  }
}

/** Losses, then metrics, over the examples `order[from … to)`, as inference computes them, into `report`; returns the total loss. */
export function evaluate(params: Parameters, data: Examples, report: Report, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  J_sum.fill(0);
  accuracy_sum.fill(0);
  for (let first = from; first < to; first += 64) {
    const size = Math.min(64, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    evaluatePart(params, data, size);
    evaluatePart2(params, size);
    evaluatePart3(params, data, size);
  }
  evaluatePart4(report, m);
  return total[0];
}

/** A part of `evaluate`: X, sum, layerNorm_in, sum2, sqrt, layerNorm, Q and 20 more. */
function evaluatePart(params: Parameters, data: Examples, size: number): void {
  const { E, P, Q1, K1, V1, A1, B1 } = params;
  const { x } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k192 = k * 192;

    // X = E[x, :] + P   [lines 21, 22, 23]
    for (let i = 0; i < 8; i++) {
      const x24 = x[row8 + i] * 24;
      const i24 = i * 24;
      for (let j = 0; j < 24; j++) {
        X[k192 + i24 + j] = E[x24 + j] + P[i24 + j];
      }
    }
  }

  // sum2 = sum(X, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X[k192_2 + i24 + j];
        s12 += X[k192_3 + i24 + j];
        s13 += X[k192_4 + i24 + j];
        s14 += X[k192_5 + i24 + j];
        s15 += X[k192_6 + i24 + j];
        s16 += X[k192_7 + i24 + j];
      }
      const k8 = k * 8;
      sum2[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum2[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum2[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum2[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum2[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum2[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in = X - 1/24 * reshape(sum2, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in[k192 + i24 + j] = X[k192 + i24 + j] - t;
      }
    }
  }

  // sum2_2 = sum(layerNorm_in .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in_1 = layerNorm_in[k192_2 + i24 + j];
        const layerNorm_in_2 = layerNorm_in[k192_3 + i24 + j];
        const layerNorm_in_3 = layerNorm_in[k192_4 + i24 + j];
        const layerNorm_in_4 = layerNorm_in[k192_5 + i24 + j];
        const layerNorm_in_5 = layerNorm_in[k192_6 + i24 + j];
        const layerNorm_in_6 = layerNorm_in[k192_7 + i24 + j];
        s11 += layerNorm_in_1 * layerNorm_in_1;
        s12 += layerNorm_in_2 * layerNorm_in_2;
        s13 += layerNorm_in_3 * layerNorm_in_3;
        s14 += layerNorm_in_4 * layerNorm_in_4;
        s15 += layerNorm_in_5 * layerNorm_in_5;
        s16 += layerNorm_in_6 * layerNorm_in_6;
      }
      const k8_2 = k * 8;
      sum2_2[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum2_2[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum2_2[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum2_2[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum2_2[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum2_2[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2 = sqrt(1/24 * reshape(sum2_2, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2[k8 + i] = Math.sqrt(0.041666666666666664 * sum2_2[k8 + i] + 0.00001);
    }

    // layerNorm2 = layerNorm_in ./ sqrt2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2[k192 + i24 + j] = layerNorm_in[k192 + i24 + j] / t;
      }
    }
  }

  // Q = layerNorm2 * Q1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q1_1 = Q1[q24 + j];
          const Q1_2 = Q1[q24 + j + 1];
          const Q1_3 = Q1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * Q1_1;
          s112 += layerNorm_1 * Q1_2;
          s113 += layerNorm_1 * Q1_3;
          s121 += layerNorm_2 * Q1_1;
          s122 += layerNorm_2 * Q1_2;
          s123 += layerNorm_2 * Q1_3;
          s131 += layerNorm_3 * Q1_1;
          s132 += layerNorm_3 * Q1_2;
          s133 += layerNorm_3 * Q1_3;
        }
        Q[k192_2 + i24 + j] = s111;
        Q[k192_2 + i24 + j + 1] = s112;
        Q[k192_2 + i24 + j + 2] = s113;
        Q[k192_3 + i24 + j] = s121;
        Q[k192_3 + i24 + j + 1] = s122;
        Q[k192_3 + i24 + j + 2] = s123;
        Q[k192_4 + i24 + j] = s131;
        Q[k192_4 + i24 + j + 1] = s132;
        Q[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K = layerNorm2 * K1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const K1_1 = K1[q24 + j];
          const K1_2 = K1[q24 + j + 1];
          const K1_3 = K1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * K1_1;
          s112 += layerNorm_1 * K1_2;
          s113 += layerNorm_1 * K1_3;
          s121 += layerNorm_2 * K1_1;
          s122 += layerNorm_2 * K1_2;
          s123 += layerNorm_2 * K1_3;
          s131 += layerNorm_3 * K1_1;
          s132 += layerNorm_3 * K1_2;
          s133 += layerNorm_3 * K1_3;
        }
        K[k192_2 + i24 + j] = s111;
        K[k192_2 + i24 + j + 1] = s112;
        K[k192_2 + i24 + j + 2] = s113;
        K[k192_3 + i24 + j] = s121;
        K[k192_3 + i24 + j + 1] = s122;
        K[k192_3 + i24 + j + 2] = s123;
        K[k192_4 + i24 + j] = s131;
        K[k192_4 + i24 + j + 1] = s132;
        K[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V = layerNorm2 * V1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const V1_1 = V1[q24 + j];
          const V1_2 = V1[q24 + j + 1];
          const V1_3 = V1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * V1_1;
          s112 += layerNorm_1 * V1_2;
          s113 += layerNorm_1 * V1_3;
          s121 += layerNorm_2 * V1_1;
          s122 += layerNorm_2 * V1_2;
          s123 += layerNorm_2 * V1_3;
          s131 += layerNorm_3 * V1_1;
          s132 += layerNorm_3 * V1_2;
          s133 += layerNorm_3 * V1_3;
        }
        V[k192_2 + i24 + j] = s111;
        V[k192_2 + i24 + j + 1] = s112;
        V[k192_2 + i24 + j + 2] = s113;
        V[k192_3 + i24 + j] = s121;
        V[k192_3 + i24 + j + 1] = s122;
        V[k192_3 + i24 + j + 2] = s123;
        V[k192_4 + i24 + j] = s131;
        V[k192_4 + i24 + j + 1] = s132;
        V[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul2 = 0.2886751345948129 * (Q[:, 1:12] * K[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q];
          const K_1 = K[k192_2 + j24 + q];
          const Q_2 = Q[k192_2 + i24 + q + 24];
          const K_2 = K[k192_2 + j24 + q + 24];
          const K_3 = K[k192_2 + j24 + q + 48];
          const K_4 = K[k192_2 + j24 + q + 72];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul2[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3 = max(mul2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2[k64 + i8 + j]);
      }
      max3[k8 + i] = best;
    }

    // softmax_exp = exp(mul2 - reshape(max3, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp[k64 + i8 + j] = Math.exp(mul2[k64 + i8 + j] - t);
      }
    }
  }

  // sum3 = sum(softmax_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp[k64_2 + i8 + j];
        s12 += softmax_exp[k64_3 + i8 + j];
        s13 += softmax_exp[k64_4 + i8 + j];
        s14 += softmax_exp[k64_5 + i8 + j];
        s15 += softmax_exp[k64_6 + i8 + j];
        s16 += softmax_exp[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum3[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum3[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum3[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum3[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum3[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum3[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2 = softmax_exp ./ reshape(sum3, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2[k64 + i8 + j] = softmax_exp[k64 + i8 + j] / t;
      }
    }
  }

  // mul2_2 = 0.2886751345948129 * (Q[:, 13:24] * K[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q + 12];
          const K_1 = K[k192_2 + j24 + q + 12];
          const Q_2 = Q[k192_2 + i24 + q + 36];
          const K_2 = K[k192_2 + j24 + q + 36];
          const K_3 = K[k192_2 + j24 + q + 60];
          const K_4 = K[k192_2 + j24 + q + 84];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2_2[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul2_2[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2_2[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2_2[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2_2[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2_2[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2_2[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2_2[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max2_2 = max(mul2_2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2_2[k64 + i8 + j]);
      }
      max2_2[k8 + i] = best;
    }

    // softmax_exp2 = exp(mul2_2 - reshape(max2_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max2_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp2[k64 + i8 + j] = Math.exp(mul2_2[k64 + i8 + j] - t);
      }
    }
  }

  // sum4 = sum(softmax_exp2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp2[k64_2 + i8 + j];
        s12 += softmax_exp2[k64_3 + i8 + j];
        s13 += softmax_exp2[k64_4 + i8 + j];
        s14 += softmax_exp2[k64_5 + i8 + j];
        s15 += softmax_exp2[k64_6 + i8 + j];
        s16 += softmax_exp2[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum4[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum4[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum4[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum4[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum4[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum4[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2_2 = softmax_exp2 ./ reshape(sum4, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2_2[k64 + i8 + j] = softmax_exp2[k64 + i8 + j] / t;
      }
    }
  }

  // X2 = X + concat(softmax2 * V[:, 1:12], softmax2_2 * V[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax_1 = softmax2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j];
          const softmax_2 = softmax2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 1];
          const V_3 = V[k192_2 + q24 + j + 2];
          const V_4 = V[k192_2 + q24 + j + 3];
          s111 += softmax_1 * V_1;
          s112 += softmax_2 * V_1;
          s121 += softmax_1 * V_2;
          s122 += softmax_2 * V_2;
          s131 += softmax_1 * V_3;
          s132 += softmax_2 * V_3;
          s141 += softmax_1 * V_4;
          s142 += softmax_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j] = X[k192_2 + i24 + j] + s111;
        X2[k192_2 + i24 + j + 24] = X[k192_2 + i24 + j + 24] + s112;
        X2[k192_2 + i24 + j + 1] = X[k192_2 + i24 + j + 1] + s121;
        X2[k192_2 + i24 + j + 25] = X[k192_2 + i24 + j + 25] + s122;
        X2[k192_2 + i24 + j + 2] = X[k192_2 + i24 + j + 2] + s131;
        X2[k192_2 + i24 + j + 26] = X[k192_2 + i24 + j + 26] + s132;
        X2[k192_2 + i24 + j + 3] = X[k192_2 + i24 + j + 3] + s141;
        X2[k192_2 + i24 + j + 27] = X[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax2_1 = softmax2_2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j + 12];
          const softmax2_2_2 = softmax2_2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 13];
          const V_3 = V[k192_2 + q24 + j + 14];
          const V_4 = V[k192_2 + q24 + j + 15];
          s111 += softmax2_1 * V_1;
          s112 += softmax2_2_2 * V_1;
          s121 += softmax2_1 * V_2;
          s122 += softmax2_2_2 * V_2;
          s131 += softmax2_1 * V_3;
          s132 += softmax2_2_2 * V_3;
          s141 += softmax2_1 * V_4;
          s142 += softmax2_2_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j + 12] = X[k192_2 + i24 + j + 12] + s111;
        X2[k192_2 + i24 + j + 36] = X[k192_2 + i24 + j + 36] + s112;
        X2[k192_2 + i24 + j + 13] = X[k192_2 + i24 + j + 13] + s121;
        X2[k192_2 + i24 + j + 37] = X[k192_2 + i24 + j + 37] + s122;
        X2[k192_2 + i24 + j + 14] = X[k192_2 + i24 + j + 14] + s131;
        X2[k192_2 + i24 + j + 38] = X[k192_2 + i24 + j + 38] + s132;
        X2[k192_2 + i24 + j + 15] = X[k192_2 + i24 + j + 15] + s141;
        X2[k192_2 + i24 + j + 39] = X[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum5 = sum(X2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X2[k192_2 + i24 + j];
        s12 += X2[k192_3 + i24 + j];
        s13 += X2[k192_4 + i24 + j];
        s14 += X2[k192_5 + i24 + j];
        s15 += X2[k192_6 + i24 + j];
        s16 += X2[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum5[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum5[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum5[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum5[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum5[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum5[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in2 = X2 - 1/24 * reshape(sum5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in2[k192 + i24 + j] = X2[k192 + i24 + j] - t;
      }
    }
  }

  // sum6 = sum(layerNorm_in2 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in2_1 = layerNorm_in2[k192_2 + i24 + j];
        const layerNorm_in2_2 = layerNorm_in2[k192_3 + i24 + j];
        const layerNorm_in2_3 = layerNorm_in2[k192_4 + i24 + j];
        const layerNorm_in2_4 = layerNorm_in2[k192_5 + i24 + j];
        const layerNorm_in2_5 = layerNorm_in2[k192_6 + i24 + j];
        const layerNorm_in2_6 = layerNorm_in2[k192_7 + i24 + j];
        s11 += layerNorm_in2_1 * layerNorm_in2_1;
        s12 += layerNorm_in2_2 * layerNorm_in2_2;
        s13 += layerNorm_in2_3 * layerNorm_in2_3;
        s14 += layerNorm_in2_4 * layerNorm_in2_4;
        s15 += layerNorm_in2_5 * layerNorm_in2_5;
        s16 += layerNorm_in2_6 * layerNorm_in2_6;
      }
      const k8_2 = k * 8;
      sum6[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum6[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum6[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum6[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum6[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum6[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2_2 = sqrt(1/24 * reshape(sum6, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2_2[k8 + i] = Math.sqrt(0.041666666666666664 * sum6[k8 + i] + 0.00001);
    }

    // layerNorm2_2 = layerNorm_in2 ./ sqrt2_2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2_2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2_2[k192 + i24 + j] = layerNorm_in2[k192 + i24 + j] / t;
      }
    }
  }

  // relu3 = relu(layerNorm2_2 * A1')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm2_1 = layerNorm2_2[k192_2 + i24 + q];
          const A1_1 = A1[j24 + q];
          const A1_2 = A1[j24_2 + q];
          const A1_3 = A1[j24_3 + q];
          const layerNorm2_2_2 = layerNorm2_2[k192_3 + i24 + q];
          const layerNorm2_3 = layerNorm2_2[k192_4 + i24 + q];
          s111 += layerNorm2_1 * A1_1;
          s112 += layerNorm2_1 * A1_2;
          s113 += layerNorm2_1 * A1_3;
          s121 += layerNorm2_2_2 * A1_1;
          s122 += layerNorm2_2_2 * A1_2;
          s123 += layerNorm2_2_2 * A1_3;
          s131 += layerNorm2_3 * A1_1;
          s132 += layerNorm2_3 * A1_2;
          s133 += layerNorm2_3 * A1_3;
        }
        relu3[k384 + i48 + j] = Math.max(s111, 0);
        relu3[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu3[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu3[k384_2 + i48 + j] = Math.max(s121, 0);
        relu3[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu3[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu3[k384_3 + i48 + j] = Math.max(s131, 0);
        relu3[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu3[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // X3 = X2 + relu3 * B1'   [lines 21, 22, 23, 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu_1 = relu3[k384 + i48 + q];
          const B1_1 = B1[j48 + q];
          const B1_2 = B1[j48_2 + q];
          const B1_3 = B1[j48_3 + q];
          const relu_2 = relu3[k384_2 + i48 + q];
          const relu_3 = relu3[k384_3 + i48 + q];
          s111 += relu_1 * B1_1;
          s112 += relu_1 * B1_2;
          s113 += relu_1 * B1_3;
          s121 += relu_2 * B1_1;
          s122 += relu_2 * B1_2;
          s123 += relu_2 * B1_3;
          s131 += relu_3 * B1_1;
          s132 += relu_3 * B1_2;
          s133 += relu_3 * B1_3;
        }
        X3[k192_2 + i24 + j] = X2[k192_2 + i24 + j] + s111;
        X3[k192_2 + i24 + j + 1] = X2[k192_2 + i24 + j + 1] + s112;
        X3[k192_2 + i24 + j + 2] = X2[k192_2 + i24 + j + 2] + s113;
        X3[k192_3 + i24 + j] = X2[k192_3 + i24 + j] + s121;
        X3[k192_3 + i24 + j + 1] = X2[k192_3 + i24 + j + 1] + s122;
        X3[k192_3 + i24 + j + 2] = X2[k192_3 + i24 + j + 2] + s123;
        X3[k192_4 + i24 + j] = X2[k192_4 + i24 + j] + s131;
        X3[k192_4 + i24 + j + 1] = X2[k192_4 + i24 + j + 1] + s132;
        X3[k192_4 + i24 + j + 2] = X2[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `evaluate`: sum7, layerNorm_in3, sum8, sqrt3, layerNorm3, Q2, K2 and 19 more. */
function evaluatePart2(params: Parameters, size: number): void {
  const { Q2, K2, V2, A2, B2 } = params;

  // sum7 = sum(X3, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X3[k192 + i24 + j];
        s12 += X3[k192_2 + i24 + j];
        s13 += X3[k192_3 + i24 + j];
        s14 += X3[k192_4 + i24 + j];
        s15 += X3[k192_5 + i24 + j];
        s16 += X3[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum7[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum7[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum7[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum7[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum7[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum7[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in3 = X3 - 1/24 * reshape(sum7, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum7[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in3[k192 + i24 + j] = X3[k192 + i24 + j] - t;
      }
    }
  }

  // sum8 = sum(layerNorm_in3 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in3_1 = layerNorm_in3[k192_2 + i24 + j];
        const layerNorm_in3_2 = layerNorm_in3[k192_3 + i24 + j];
        const layerNorm_in3_3 = layerNorm_in3[k192_4 + i24 + j];
        const layerNorm_in3_4 = layerNorm_in3[k192_5 + i24 + j];
        const layerNorm_in3_5 = layerNorm_in3[k192_6 + i24 + j];
        const layerNorm_in3_6 = layerNorm_in3[k192_7 + i24 + j];
        s11 += layerNorm_in3_1 * layerNorm_in3_1;
        s12 += layerNorm_in3_2 * layerNorm_in3_2;
        s13 += layerNorm_in3_3 * layerNorm_in3_3;
        s14 += layerNorm_in3_4 * layerNorm_in3_4;
        s15 += layerNorm_in3_5 * layerNorm_in3_5;
        s16 += layerNorm_in3_6 * layerNorm_in3_6;
      }
      const k8_2 = k * 8;
      sum8[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum8[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum8[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum8[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum8[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum8[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt3 = sqrt(1/24 * reshape(sum8, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt3[k8 + i] = Math.sqrt(0.041666666666666664 * sum8[k8 + i] + 0.00001);
    }

    // layerNorm3 = layerNorm_in3 ./ sqrt3
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt3[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm3[k192 + i24 + j] = layerNorm_in3[k192 + i24 + j] / t;
      }
    }
  }

  // Q2_2 = layerNorm3 * Q2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q2_1 = Q2[q24 + j];
          const Q2_2_2 = Q2[q24 + j + 1];
          const Q2_3 = Q2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * Q2_1;
          s112 += layerNorm3_1 * Q2_2_2;
          s113 += layerNorm3_1 * Q2_3;
          s121 += layerNorm3_2 * Q2_1;
          s122 += layerNorm3_2 * Q2_2_2;
          s123 += layerNorm3_2 * Q2_3;
          s131 += layerNorm3_3 * Q2_1;
          s132 += layerNorm3_3 * Q2_2_2;
          s133 += layerNorm3_3 * Q2_3;
        }
        Q2_2[k192_2 + i24 + j] = s111;
        Q2_2[k192_2 + i24 + j + 1] = s112;
        Q2_2[k192_2 + i24 + j + 2] = s113;
        Q2_2[k192_3 + i24 + j] = s121;
        Q2_2[k192_3 + i24 + j + 1] = s122;
        Q2_2[k192_3 + i24 + j + 2] = s123;
        Q2_2[k192_4 + i24 + j] = s131;
        Q2_2[k192_4 + i24 + j + 1] = s132;
        Q2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K2_2 = layerNorm3 * K2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const K2_1 = K2[q24 + j];
          const K2_2_2 = K2[q24 + j + 1];
          const K2_3 = K2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * K2_1;
          s112 += layerNorm3_1 * K2_2_2;
          s113 += layerNorm3_1 * K2_3;
          s121 += layerNorm3_2 * K2_1;
          s122 += layerNorm3_2 * K2_2_2;
          s123 += layerNorm3_2 * K2_3;
          s131 += layerNorm3_3 * K2_1;
          s132 += layerNorm3_3 * K2_2_2;
          s133 += layerNorm3_3 * K2_3;
        }
        K2_2[k192_2 + i24 + j] = s111;
        K2_2[k192_2 + i24 + j + 1] = s112;
        K2_2[k192_2 + i24 + j + 2] = s113;
        K2_2[k192_3 + i24 + j] = s121;
        K2_2[k192_3 + i24 + j + 1] = s122;
        K2_2[k192_3 + i24 + j + 2] = s123;
        K2_2[k192_4 + i24 + j] = s131;
        K2_2[k192_4 + i24 + j + 1] = s132;
        K2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V2_2 = layerNorm3 * V2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const V2_1 = V2[q24 + j];
          const V2_2_2 = V2[q24 + j + 1];
          const V2_3 = V2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * V2_1;
          s112 += layerNorm3_1 * V2_2_2;
          s113 += layerNorm3_1 * V2_3;
          s121 += layerNorm3_2 * V2_1;
          s122 += layerNorm3_2 * V2_2_2;
          s123 += layerNorm3_2 * V2_3;
          s131 += layerNorm3_3 * V2_1;
          s132 += layerNorm3_3 * V2_2_2;
          s133 += layerNorm3_3 * V2_3;
        }
        V2_2[k192_2 + i24 + j] = s111;
        V2_2[k192_2 + i24 + j + 1] = s112;
        V2_2[k192_2 + i24 + j + 2] = s113;
        V2_2[k192_3 + i24 + j] = s121;
        V2_2[k192_3 + i24 + j + 1] = s122;
        V2_2[k192_3 + i24 + j + 2] = s123;
        V2_2[k192_4 + i24 + j] = s131;
        V2_2[k192_4 + i24 + j + 1] = s132;
        V2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul3 = 0.2886751345948129 * (Q2_2[:, 1:12] * K2_2[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q];
          const K2_1 = K2_2[k192_2 + j24 + q];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 24];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 24];
          const K2_3 = K2_2[k192_2 + j24 + q + 48];
          const K2_4 = K2_2[k192_2 + j24 + q + 72];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul3[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul3[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul3[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul3[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul3[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul3[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul3[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul3[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3_2 = max(mul3, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul3[k64 + i8 + j]);
      }
      max3_2[k8 + i] = best;
    }

    // softmax_exp3 = exp(mul3 - reshape(max3_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp3[k64 + i8 + j] = Math.exp(mul3[k64 + i8 + j] - t);
      }
    }
  }

  // sum9 = sum(softmax_exp3, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp3[k64_2 + i8 + j];
        s12 += softmax_exp3[k64_3 + i8 + j];
        s13 += softmax_exp3[k64_4 + i8 + j];
        s14 += softmax_exp3[k64_5 + i8 + j];
        s15 += softmax_exp3[k64_6 + i8 + j];
        s16 += softmax_exp3[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum9[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum9[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum9[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum9[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum9[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum9[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax3 = softmax_exp3 ./ reshape(sum9, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum9[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax3[k64 + i8 + j] = softmax_exp3[k64 + i8 + j] / t;
      }
    }
  }

  // mul4 = 0.2886751345948129 * (Q2_2[:, 13:24] * K2_2[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q + 12];
          const K2_1 = K2_2[k192_2 + j24 + q + 12];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 36];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 36];
          const K2_3 = K2_2[k192_2 + j24 + q + 60];
          const K2_4 = K2_2[k192_2 + j24 + q + 84];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul4[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul4[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul4[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul4[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul4[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul4[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul4[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul4[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max4 = max(mul4, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul4[k64 + i8 + j]);
      }
      max4[k8 + i] = best;
    }

    // softmax_exp4 = exp(mul4 - reshape(max4, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp4[k64 + i8 + j] = Math.exp(mul4[k64 + i8 + j] - t);
      }
    }
  }

  // sum10 = sum(softmax_exp4, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp4[k64_2 + i8 + j];
        s12 += softmax_exp4[k64_3 + i8 + j];
        s13 += softmax_exp4[k64_4 + i8 + j];
        s14 += softmax_exp4[k64_5 + i8 + j];
        s15 += softmax_exp4[k64_6 + i8 + j];
        s16 += softmax_exp4[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum10[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum10[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum10[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum10[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum10[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum10[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax4 = softmax_exp4 ./ reshape(sum10, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum10[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax4[k64 + i8 + j] = softmax_exp4[k64 + i8 + j] / t;
      }
    }
  }

  // H_in = X3 + concat(softmax3 * V2_2[:, 1:12], softmax4 * V2_2[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax3_1 = softmax3[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j];
          const softmax3_2 = softmax3[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 1];
          const V2_3 = V2_2[k192_2 + q24 + j + 2];
          const V2_4 = V2_2[k192_2 + q24 + j + 3];
          s111 += softmax3_1 * V2_1;
          s112 += softmax3_2 * V2_1;
          s121 += softmax3_1 * V2_2_2;
          s122 += softmax3_2 * V2_2_2;
          s131 += softmax3_1 * V2_3;
          s132 += softmax3_2 * V2_3;
          s141 += softmax3_1 * V2_4;
          s142 += softmax3_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j] = X3[k192_2 + i24 + j] + s111;
        H_in[k192_2 + i24 + j + 24] = X3[k192_2 + i24 + j + 24] + s112;
        H_in[k192_2 + i24 + j + 1] = X3[k192_2 + i24 + j + 1] + s121;
        H_in[k192_2 + i24 + j + 25] = X3[k192_2 + i24 + j + 25] + s122;
        H_in[k192_2 + i24 + j + 2] = X3[k192_2 + i24 + j + 2] + s131;
        H_in[k192_2 + i24 + j + 26] = X3[k192_2 + i24 + j + 26] + s132;
        H_in[k192_2 + i24 + j + 3] = X3[k192_2 + i24 + j + 3] + s141;
        H_in[k192_2 + i24 + j + 27] = X3[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax4_1 = softmax4[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j + 12];
          const softmax4_2 = softmax4[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 13];
          const V2_3 = V2_2[k192_2 + q24 + j + 14];
          const V2_4 = V2_2[k192_2 + q24 + j + 15];
          s111 += softmax4_1 * V2_1;
          s112 += softmax4_2 * V2_1;
          s121 += softmax4_1 * V2_2_2;
          s122 += softmax4_2 * V2_2_2;
          s131 += softmax4_1 * V2_3;
          s132 += softmax4_2 * V2_3;
          s141 += softmax4_1 * V2_4;
          s142 += softmax4_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j + 12] = X3[k192_2 + i24 + j + 12] + s111;
        H_in[k192_2 + i24 + j + 36] = X3[k192_2 + i24 + j + 36] + s112;
        H_in[k192_2 + i24 + j + 13] = X3[k192_2 + i24 + j + 13] + s121;
        H_in[k192_2 + i24 + j + 37] = X3[k192_2 + i24 + j + 37] + s122;
        H_in[k192_2 + i24 + j + 14] = X3[k192_2 + i24 + j + 14] + s131;
        H_in[k192_2 + i24 + j + 38] = X3[k192_2 + i24 + j + 38] + s132;
        H_in[k192_2 + i24 + j + 15] = X3[k192_2 + i24 + j + 15] + s141;
        H_in[k192_2 + i24 + j + 39] = X3[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum11 = sum(H_in, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H_in[k192_2 + i24 + j];
        s12 += H_in[k192_3 + i24 + j];
        s13 += H_in[k192_4 + i24 + j];
        s14 += H_in[k192_5 + i24 + j];
        s15 += H_in[k192_6 + i24 + j];
        s16 += H_in[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum11[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum11[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum11[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum11[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum11[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum11[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in4 = H_in - 1/24 * reshape(sum11, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum11[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in4[k192 + i24 + j] = H_in[k192 + i24 + j] - t;
      }
    }
  }

  // sum12 = sum(layerNorm_in4 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in4_1 = layerNorm_in4[k192_2 + i24 + j];
        const layerNorm_in4_2 = layerNorm_in4[k192_3 + i24 + j];
        const layerNorm_in4_3 = layerNorm_in4[k192_4 + i24 + j];
        const layerNorm_in4_4 = layerNorm_in4[k192_5 + i24 + j];
        const layerNorm_in4_5 = layerNorm_in4[k192_6 + i24 + j];
        const layerNorm_in4_6 = layerNorm_in4[k192_7 + i24 + j];
        s11 += layerNorm_in4_1 * layerNorm_in4_1;
        s12 += layerNorm_in4_2 * layerNorm_in4_2;
        s13 += layerNorm_in4_3 * layerNorm_in4_3;
        s14 += layerNorm_in4_4 * layerNorm_in4_4;
        s15 += layerNorm_in4_5 * layerNorm_in4_5;
        s16 += layerNorm_in4_6 * layerNorm_in4_6;
      }
      const k8_2 = k * 8;
      sum12[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum12[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum12[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum12[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum12[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum12[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt4 = sqrt(1/24 * reshape(sum12, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt4[k8 + i] = Math.sqrt(0.041666666666666664 * sum12[k8 + i] + 0.00001);
    }

    // layerNorm4 = layerNorm_in4 ./ sqrt4
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt4[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm4[k192 + i24 + j] = layerNorm_in4[k192 + i24 + j] / t;
      }
    }
  }

  // relu2 = relu(layerNorm4 * A2')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm4_1 = layerNorm4[k192_2 + i24 + q];
          const A2_1 = A2[j24 + q];
          const A2_2 = A2[j24_2 + q];
          const A2_3 = A2[j24_3 + q];
          const layerNorm4_2 = layerNorm4[k192_3 + i24 + q];
          const layerNorm4_3 = layerNorm4[k192_4 + i24 + q];
          s111 += layerNorm4_1 * A2_1;
          s112 += layerNorm4_1 * A2_2;
          s113 += layerNorm4_1 * A2_3;
          s121 += layerNorm4_2 * A2_1;
          s122 += layerNorm4_2 * A2_2;
          s123 += layerNorm4_2 * A2_3;
          s131 += layerNorm4_3 * A2_1;
          s132 += layerNorm4_3 * A2_2;
          s133 += layerNorm4_3 * A2_3;
        }
        relu2[k384 + i48 + j] = Math.max(s111, 0);
        relu2[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu2[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu2[k384_2 + i48 + j] = Math.max(s121, 0);
        relu2[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu2[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu2[k384_3 + i48 + j] = Math.max(s131, 0);
        relu2[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu2[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // H = H_in + relu2 * B2'   [line 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu2_1 = relu2[k384 + i48 + q];
          const B2_1 = B2[j48 + q];
          const B2_2 = B2[j48_2 + q];
          const B2_3 = B2[j48_3 + q];
          const relu2_2 = relu2[k384_2 + i48 + q];
          const relu2_3 = relu2[k384_3 + i48 + q];
          s111 += relu2_1 * B2_1;
          s112 += relu2_1 * B2_2;
          s113 += relu2_1 * B2_3;
          s121 += relu2_2 * B2_1;
          s122 += relu2_2 * B2_2;
          s123 += relu2_2 * B2_3;
          s131 += relu2_3 * B2_1;
          s132 += relu2_3 * B2_2;
          s133 += relu2_3 * B2_3;
        }
        H[k192_2 + i24 + j] = H_in[k192_2 + i24 + j] + s111;
        H[k192_2 + i24 + j + 1] = H_in[k192_2 + i24 + j + 1] + s112;
        H[k192_2 + i24 + j + 2] = H_in[k192_2 + i24 + j + 2] + s113;
        H[k192_3 + i24 + j] = H_in[k192_3 + i24 + j] + s121;
        H[k192_3 + i24 + j + 1] = H_in[k192_3 + i24 + j + 1] + s122;
        H[k192_3 + i24 + j + 2] = H_in[k192_3 + i24 + j + 2] + s123;
        H[k192_4 + i24 + j] = H_in[k192_4 + i24 + j] + s131;
        H[k192_4 + i24 + j + 1] = H_in[k192_4 + i24 + j + 1] + s132;
        H[k192_4 + i24 + j + 2] = H_in[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `evaluate`: sum13, layerNorm_in5, sum14, sqrt5, layerNorm5, sum15, max5 and 7 more. */
function evaluatePart3(params: Parameters, data: Examples, size: number): void {
  const { W } = params;
  const { c } = data.columns;

  // sum13 = sum(H, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H[k192 + i24 + j];
        s12 += H[k192_2 + i24 + j];
        s13 += H[k192_3 + i24 + j];
        s14 += H[k192_4 + i24 + j];
        s15 += H[k192_5 + i24 + j];
        s16 += H[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum13[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum13[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum13[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum13[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum13[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum13[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in5 = H - 1/24 * reshape(sum13, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum13[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in5[k192 + i24 + j] = H[k192 + i24 + j] - t;
      }
    }
  }

  // sum14 = sum(layerNorm_in5 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in5_1 = layerNorm_in5[k192_2 + i24 + j];
        const layerNorm_in5_2 = layerNorm_in5[k192_3 + i24 + j];
        const layerNorm_in5_3 = layerNorm_in5[k192_4 + i24 + j];
        const layerNorm_in5_4 = layerNorm_in5[k192_5 + i24 + j];
        const layerNorm_in5_5 = layerNorm_in5[k192_6 + i24 + j];
        const layerNorm_in5_6 = layerNorm_in5[k192_7 + i24 + j];
        s11 += layerNorm_in5_1 * layerNorm_in5_1;
        s12 += layerNorm_in5_2 * layerNorm_in5_2;
        s13 += layerNorm_in5_3 * layerNorm_in5_3;
        s14 += layerNorm_in5_4 * layerNorm_in5_4;
        s15 += layerNorm_in5_5 * layerNorm_in5_5;
        s16 += layerNorm_in5_6 * layerNorm_in5_6;
      }
      const k8_2 = k * 8;
      sum14[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum14[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum14[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum14[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum14[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum14[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt5 = sqrt(1/24 * reshape(sum14, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt5[k8 + i] = Math.sqrt(0.041666666666666664 * sum14[k8 + i] + 0.00001);
    }

    // layerNorm5 = layerNorm_in5 ./ sqrt5
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm5[k192 + i24 + j] = layerNorm_in5[k192 + i24 + j] / t;
      }
    }
  }

  // sum15 = layerNorm5 * W   [line 26]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i10 = i * 10;
    for (let k = 0; k < size; k += 4) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k80 = k * 80;
      const k80_2 = k80 + 80;
      const k80_3 = k80 + 160;
      const k80_4 = k80 + 240;
      for (let j = 0; j < 10; j += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm5_1 = layerNorm5[k192_2 + i24 + q];
          const q10 = q * 10;
          const W_1 = W[q10 + j];
          const W_2 = W[q10 + j + 1];
          const layerNorm5_2 = layerNorm5[k192_3 + i24 + q];
          const layerNorm5_3 = layerNorm5[k192_4 + i24 + q];
          const layerNorm5_4 = layerNorm5[k192_5 + i24 + q];
          s111 += layerNorm5_1 * W_1;
          s112 += layerNorm5_1 * W_2;
          s121 += layerNorm5_2 * W_1;
          s122 += layerNorm5_2 * W_2;
          s131 += layerNorm5_3 * W_1;
          s132 += layerNorm5_3 * W_2;
          s141 += layerNorm5_4 * W_1;
          s142 += layerNorm5_4 * W_2;
        }
        sum15[k80 + i10 + j] = s111;
        sum15[k80 + i10 + j + 1] = s112;
        sum15[k80_2 + i10 + j] = s121;
        sum15[k80_2 + i10 + j + 1] = s122;
        sum15[k80_3 + i10 + j] = s131;
        sum15[k80_3 + i10 + j + 1] = s132;
        sum15[k80_4 + i10 + j] = s141;
        sum15[k80_4 + i10 + j + 1] = s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k80 = k * 80;

    // max5 = max(sum15, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i10 = i * 10;
      for (let j = 0; j < 10; j++) {
        best = Math.max(best, sum15[k80 + i10 + j]);
      }
      max5[k8 + i] = best;
    }

    // logSoftmax_in = sum15 - reshape(max5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = max5[k8 + i];
      for (let j = 0; j < 10; j++) {
        logSoftmax_in[k80 + i10 + j] = sum15[k80 + i10 + j] - t;
      }
    }

    // p_exp = exp(logSoftmax_in)
    for (let i = 0; i < 80; i++) {
      p_exp[k80 + i] = Math.exp(logSoftmax_in[k80 + i]);
    }
  }

  // sum16 = sum(p_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k80_5 = k80_2 + 240;
      const k80_6 = k80_2 + 320;
      const k80_7 = k80_2 + 400;
      for (let j = 0; j < 10; j++) {
        s11 += p_exp[k80_2 + i10 + j];
        s12 += p_exp[k80_3 + i10 + j];
        s13 += p_exp[k80_4 + i10 + j];
        s14 += p_exp[k80_5 + i10 + j];
        s15 += p_exp[k80_6 + i10 + j];
        s16 += p_exp[k80_7 + i10 + j];
      }
      const k8_2 = k * 8;
      sum16[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum16[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum16[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum16[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum16[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum16[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k80 = k * 80;

    // p = p_exp ./ reshape(sum16, [8, 1])   [line 26, output]
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = sum16[k8 + i];
      for (let j = 0; j < 10; j++) {
        p[k80 + i10 + j] = p_exp[k80 + i10 + j] / t;
      }
    }

    // log3 = log(reshape(sum16, [8, 1]))
    for (let i = 0; i < 8; i++) {
      log3[k8 + i] = Math.log(sum16[k8 + i]);
    }

    // J_sum = Σn sum(c .* (logSoftmax_in - log3))
    let s = 0;
    for (let i = 0; i < 8; i++) {
      const t = c[row8 + i];
      const i10 = i * 10;
      const t2 = log3[k8 + i];
      for (let j = 0; j < 10; j++) {
        s += (t === j ? 1 : 0) * (logSoftmax_in[k80 + i10 + j] - t2);
      }
    }
    J_sum[0] += s;

    // accuracy_sum = Σn sum(argmax(p, 2) == argmax(c, 2))
    let s2 = 0;
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      let at = 0;
      const i10 = i * 10;
      for (let j = 0; j < 10; j++) {
        const t = p[k80 + i10 + j];
        if (t > best) {
          best = t;
          at = j;
        }
      }
      let best2 = -Infinity;
      let at2 = 0;
      const t2 = c[row8 + i];
      for (let j = 0; j < 10; j++) {
        const t3 = t2 === j ? 1 : 0;
        if (t3 > best2) {
          best2 = t3;
          at2 = j;
        }
      }
      s2 += at + 1 === at2 + 1 ? 1 : 0;
    }
    accuracy_sum[0] += s2;
  }
}

/** A part of `evaluate`: J, accuracy, loss. */
function evaluatePart4(report: Report, m: number): void {
  // J = -0.125 * (J_sum / m)   [line 27, loss]
  const J = -0.125 * (J_sum[0] / m);
  report[0] = J;

  // accuracy = 0.125 * (accuracy_sum / m)   [line 29, metric]
  report[1] = 0.125 * (accuracy_sum[0] / m);

  // loss = -0.125 * (J_sum / m)   [line 27, loss]
  total[0] = J;
}

/** The loss over the examples `order[from … to)` and its gradients, into `into`; returns the loss. */
export function gradient(params: Parameters, data: Examples, into: Gradients, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  gradientPart(m);
  J_sum.fill(0);
  dW.fill(0);
  into.B2.fill(0);
  into.A2.fill(0);
  into.V2.fill(0);
  dQ2.fill(0);
  dK2.fill(0);
  into.B1.fill(0);
  into.A1.fill(0);
  into.V1.fill(0);
  dQ1.fill(0);
  dK1.fill(0);
  into.E.fill(0);
  into.P.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    gradientPart2(params, data, size);
    gradientPart3(params, size);
    gradientPart4(params, data, into, size);
    gradientPart5(params, into, size);
    gradientPart6(params, into, size);
    gradientPart7(params, data, into, size);
  }
  gradientPart8(into, m);
  return total[0];
}

/** A part of `gradient`: share, share2, share3. */
function gradientPart(m: number): void {
  const share = 1 / m;

  // share2 = 0.125 * share
  share2[0] = 0.125 * share;

  // share3 = 1/192 * share
  share3[0] = 0.005208333333333333 * share;
}

/** A part of `gradient`: X, sum, layerNorm_in, sum2, sqrt, layerNorm, Q and 20 more. */
function gradientPart2(params: Parameters, data: Examples, size: number): void {
  const { E, P, Q1, K1, V1, A1, B1 } = params;
  const { x } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k192 = k * 192;

    // X = E[x, :] + P   [lines 21, 22, 23]
    for (let i = 0; i < 8; i++) {
      const x24 = x[row8 + i] * 24;
      const i24 = i * 24;
      for (let j = 0; j < 24; j++) {
        X[k192 + i24 + j] = E[x24 + j] + P[i24 + j];
      }
    }
  }

  // sum2 = sum(X, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X[k192_2 + i24 + j];
        s12 += X[k192_3 + i24 + j];
        s13 += X[k192_4 + i24 + j];
        s14 += X[k192_5 + i24 + j];
        s15 += X[k192_6 + i24 + j];
        s16 += X[k192_7 + i24 + j];
      }
      const k8 = k * 8;
      sum2[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum2[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum2[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum2[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum2[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum2[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in = X - 1/24 * reshape(sum2, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in[k192 + i24 + j] = X[k192 + i24 + j] - t;
      }
    }
  }

  // sum2_2 = sum(layerNorm_in .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in_1 = layerNorm_in[k192_2 + i24 + j];
        const layerNorm_in_2 = layerNorm_in[k192_3 + i24 + j];
        const layerNorm_in_3 = layerNorm_in[k192_4 + i24 + j];
        const layerNorm_in_4 = layerNorm_in[k192_5 + i24 + j];
        const layerNorm_in_5 = layerNorm_in[k192_6 + i24 + j];
        const layerNorm_in_6 = layerNorm_in[k192_7 + i24 + j];
        s11 += layerNorm_in_1 * layerNorm_in_1;
        s12 += layerNorm_in_2 * layerNorm_in_2;
        s13 += layerNorm_in_3 * layerNorm_in_3;
        s14 += layerNorm_in_4 * layerNorm_in_4;
        s15 += layerNorm_in_5 * layerNorm_in_5;
        s16 += layerNorm_in_6 * layerNorm_in_6;
      }
      const k8_2 = k * 8;
      sum2_2[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum2_2[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum2_2[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum2_2[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum2_2[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum2_2[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2 = sqrt(1/24 * reshape(sum2_2, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2[k8 + i] = Math.sqrt(0.041666666666666664 * sum2_2[k8 + i] + 0.00001);
    }

    // layerNorm2 = layerNorm_in ./ sqrt2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2[k192 + i24 + j] = layerNorm_in[k192 + i24 + j] / t;
      }
    }
  }

  // Q = layerNorm2 * Q1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q1_1 = Q1[q24 + j];
          const Q1_2 = Q1[q24 + j + 1];
          const Q1_3 = Q1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * Q1_1;
          s112 += layerNorm_1 * Q1_2;
          s113 += layerNorm_1 * Q1_3;
          s121 += layerNorm_2 * Q1_1;
          s122 += layerNorm_2 * Q1_2;
          s123 += layerNorm_2 * Q1_3;
          s131 += layerNorm_3 * Q1_1;
          s132 += layerNorm_3 * Q1_2;
          s133 += layerNorm_3 * Q1_3;
        }
        Q[k192_2 + i24 + j] = s111;
        Q[k192_2 + i24 + j + 1] = s112;
        Q[k192_2 + i24 + j + 2] = s113;
        Q[k192_3 + i24 + j] = s121;
        Q[k192_3 + i24 + j + 1] = s122;
        Q[k192_3 + i24 + j + 2] = s123;
        Q[k192_4 + i24 + j] = s131;
        Q[k192_4 + i24 + j + 1] = s132;
        Q[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K = layerNorm2 * K1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const K1_1 = K1[q24 + j];
          const K1_2 = K1[q24 + j + 1];
          const K1_3 = K1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * K1_1;
          s112 += layerNorm_1 * K1_2;
          s113 += layerNorm_1 * K1_3;
          s121 += layerNorm_2 * K1_1;
          s122 += layerNorm_2 * K1_2;
          s123 += layerNorm_2 * K1_3;
          s131 += layerNorm_3 * K1_1;
          s132 += layerNorm_3 * K1_2;
          s133 += layerNorm_3 * K1_3;
        }
        K[k192_2 + i24 + j] = s111;
        K[k192_2 + i24 + j + 1] = s112;
        K[k192_2 + i24 + j + 2] = s113;
        K[k192_3 + i24 + j] = s121;
        K[k192_3 + i24 + j + 1] = s122;
        K[k192_3 + i24 + j + 2] = s123;
        K[k192_4 + i24 + j] = s131;
        K[k192_4 + i24 + j + 1] = s132;
        K[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V = layerNorm2 * V1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const V1_1 = V1[q24 + j];
          const V1_2 = V1[q24 + j + 1];
          const V1_3 = V1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * V1_1;
          s112 += layerNorm_1 * V1_2;
          s113 += layerNorm_1 * V1_3;
          s121 += layerNorm_2 * V1_1;
          s122 += layerNorm_2 * V1_2;
          s123 += layerNorm_2 * V1_3;
          s131 += layerNorm_3 * V1_1;
          s132 += layerNorm_3 * V1_2;
          s133 += layerNorm_3 * V1_3;
        }
        V[k192_2 + i24 + j] = s111;
        V[k192_2 + i24 + j + 1] = s112;
        V[k192_2 + i24 + j + 2] = s113;
        V[k192_3 + i24 + j] = s121;
        V[k192_3 + i24 + j + 1] = s122;
        V[k192_3 + i24 + j + 2] = s123;
        V[k192_4 + i24 + j] = s131;
        V[k192_4 + i24 + j + 1] = s132;
        V[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul2 = 0.2886751345948129 * (Q[:, 1:12] * K[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q];
          const K_1 = K[k192_2 + j24 + q];
          const Q_2 = Q[k192_2 + i24 + q + 24];
          const K_2 = K[k192_2 + j24 + q + 24];
          const K_3 = K[k192_2 + j24 + q + 48];
          const K_4 = K[k192_2 + j24 + q + 72];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul2[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3 = max(mul2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2[k64 + i8 + j]);
      }
      max3[k8 + i] = best;
    }

    // softmax_exp = exp(mul2 - reshape(max3, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp[k64 + i8 + j] = Math.exp(mul2[k64 + i8 + j] - t);
      }
    }
  }

  // sum3 = sum(softmax_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp[k64_2 + i8 + j];
        s12 += softmax_exp[k64_3 + i8 + j];
        s13 += softmax_exp[k64_4 + i8 + j];
        s14 += softmax_exp[k64_5 + i8 + j];
        s15 += softmax_exp[k64_6 + i8 + j];
        s16 += softmax_exp[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum3[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum3[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum3[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum3[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum3[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum3[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2 = softmax_exp ./ reshape(sum3, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2[k64 + i8 + j] = softmax_exp[k64 + i8 + j] / t;
      }
    }
  }

  // mul2_2 = 0.2886751345948129 * (Q[:, 13:24] * K[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q + 12];
          const K_1 = K[k192_2 + j24 + q + 12];
          const Q_2 = Q[k192_2 + i24 + q + 36];
          const K_2 = K[k192_2 + j24 + q + 36];
          const K_3 = K[k192_2 + j24 + q + 60];
          const K_4 = K[k192_2 + j24 + q + 84];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2_2[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul2_2[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2_2[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2_2[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2_2[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2_2[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2_2[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2_2[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max2_2 = max(mul2_2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2_2[k64 + i8 + j]);
      }
      max2_2[k8 + i] = best;
    }

    // softmax_exp2 = exp(mul2_2 - reshape(max2_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max2_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp2[k64 + i8 + j] = Math.exp(mul2_2[k64 + i8 + j] - t);
      }
    }
  }

  // sum4 = sum(softmax_exp2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp2[k64_2 + i8 + j];
        s12 += softmax_exp2[k64_3 + i8 + j];
        s13 += softmax_exp2[k64_4 + i8 + j];
        s14 += softmax_exp2[k64_5 + i8 + j];
        s15 += softmax_exp2[k64_6 + i8 + j];
        s16 += softmax_exp2[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum4[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum4[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum4[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum4[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum4[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum4[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2_2 = softmax_exp2 ./ reshape(sum4, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2_2[k64 + i8 + j] = softmax_exp2[k64 + i8 + j] / t;
      }
    }
  }

  // X2 = X + concat(softmax2 * V[:, 1:12], softmax2_2 * V[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax_1 = softmax2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j];
          const softmax_2 = softmax2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 1];
          const V_3 = V[k192_2 + q24 + j + 2];
          const V_4 = V[k192_2 + q24 + j + 3];
          s111 += softmax_1 * V_1;
          s112 += softmax_2 * V_1;
          s121 += softmax_1 * V_2;
          s122 += softmax_2 * V_2;
          s131 += softmax_1 * V_3;
          s132 += softmax_2 * V_3;
          s141 += softmax_1 * V_4;
          s142 += softmax_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j] = X[k192_2 + i24 + j] + s111;
        X2[k192_2 + i24 + j + 24] = X[k192_2 + i24 + j + 24] + s112;
        X2[k192_2 + i24 + j + 1] = X[k192_2 + i24 + j + 1] + s121;
        X2[k192_2 + i24 + j + 25] = X[k192_2 + i24 + j + 25] + s122;
        X2[k192_2 + i24 + j + 2] = X[k192_2 + i24 + j + 2] + s131;
        X2[k192_2 + i24 + j + 26] = X[k192_2 + i24 + j + 26] + s132;
        X2[k192_2 + i24 + j + 3] = X[k192_2 + i24 + j + 3] + s141;
        X2[k192_2 + i24 + j + 27] = X[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax2_1 = softmax2_2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j + 12];
          const softmax2_2_2 = softmax2_2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 13];
          const V_3 = V[k192_2 + q24 + j + 14];
          const V_4 = V[k192_2 + q24 + j + 15];
          s111 += softmax2_1 * V_1;
          s112 += softmax2_2_2 * V_1;
          s121 += softmax2_1 * V_2;
          s122 += softmax2_2_2 * V_2;
          s131 += softmax2_1 * V_3;
          s132 += softmax2_2_2 * V_3;
          s141 += softmax2_1 * V_4;
          s142 += softmax2_2_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j + 12] = X[k192_2 + i24 + j + 12] + s111;
        X2[k192_2 + i24 + j + 36] = X[k192_2 + i24 + j + 36] + s112;
        X2[k192_2 + i24 + j + 13] = X[k192_2 + i24 + j + 13] + s121;
        X2[k192_2 + i24 + j + 37] = X[k192_2 + i24 + j + 37] + s122;
        X2[k192_2 + i24 + j + 14] = X[k192_2 + i24 + j + 14] + s131;
        X2[k192_2 + i24 + j + 38] = X[k192_2 + i24 + j + 38] + s132;
        X2[k192_2 + i24 + j + 15] = X[k192_2 + i24 + j + 15] + s141;
        X2[k192_2 + i24 + j + 39] = X[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum5 = sum(X2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X2[k192_2 + i24 + j];
        s12 += X2[k192_3 + i24 + j];
        s13 += X2[k192_4 + i24 + j];
        s14 += X2[k192_5 + i24 + j];
        s15 += X2[k192_6 + i24 + j];
        s16 += X2[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum5[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum5[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum5[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum5[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum5[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum5[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in2 = X2 - 1/24 * reshape(sum5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in2[k192 + i24 + j] = X2[k192 + i24 + j] - t;
      }
    }
  }

  // sum6 = sum(layerNorm_in2 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in2_1 = layerNorm_in2[k192_2 + i24 + j];
        const layerNorm_in2_2 = layerNorm_in2[k192_3 + i24 + j];
        const layerNorm_in2_3 = layerNorm_in2[k192_4 + i24 + j];
        const layerNorm_in2_4 = layerNorm_in2[k192_5 + i24 + j];
        const layerNorm_in2_5 = layerNorm_in2[k192_6 + i24 + j];
        const layerNorm_in2_6 = layerNorm_in2[k192_7 + i24 + j];
        s11 += layerNorm_in2_1 * layerNorm_in2_1;
        s12 += layerNorm_in2_2 * layerNorm_in2_2;
        s13 += layerNorm_in2_3 * layerNorm_in2_3;
        s14 += layerNorm_in2_4 * layerNorm_in2_4;
        s15 += layerNorm_in2_5 * layerNorm_in2_5;
        s16 += layerNorm_in2_6 * layerNorm_in2_6;
      }
      const k8_2 = k * 8;
      sum6[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum6[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum6[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum6[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum6[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum6[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2_2 = sqrt(1/24 * reshape(sum6, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2_2[k8 + i] = Math.sqrt(0.041666666666666664 * sum6[k8 + i] + 0.00001);
    }

    // layerNorm2_2 = layerNorm_in2 ./ sqrt2_2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2_2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2_2[k192 + i24 + j] = layerNorm_in2[k192 + i24 + j] / t;
      }
    }
  }

  // relu3 = relu(layerNorm2_2 * A1')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm2_1 = layerNorm2_2[k192_2 + i24 + q];
          const A1_1 = A1[j24 + q];
          const A1_2 = A1[j24_2 + q];
          const A1_3 = A1[j24_3 + q];
          const layerNorm2_2_2 = layerNorm2_2[k192_3 + i24 + q];
          const layerNorm2_3 = layerNorm2_2[k192_4 + i24 + q];
          s111 += layerNorm2_1 * A1_1;
          s112 += layerNorm2_1 * A1_2;
          s113 += layerNorm2_1 * A1_3;
          s121 += layerNorm2_2_2 * A1_1;
          s122 += layerNorm2_2_2 * A1_2;
          s123 += layerNorm2_2_2 * A1_3;
          s131 += layerNorm2_3 * A1_1;
          s132 += layerNorm2_3 * A1_2;
          s133 += layerNorm2_3 * A1_3;
        }
        relu3[k384 + i48 + j] = Math.max(s111, 0);
        relu3[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu3[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu3[k384_2 + i48 + j] = Math.max(s121, 0);
        relu3[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu3[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu3[k384_3 + i48 + j] = Math.max(s131, 0);
        relu3[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu3[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // X3 = X2 + relu3 * B1'   [lines 21, 22, 23, 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu_1 = relu3[k384 + i48 + q];
          const B1_1 = B1[j48 + q];
          const B1_2 = B1[j48_2 + q];
          const B1_3 = B1[j48_3 + q];
          const relu_2 = relu3[k384_2 + i48 + q];
          const relu_3 = relu3[k384_3 + i48 + q];
          s111 += relu_1 * B1_1;
          s112 += relu_1 * B1_2;
          s113 += relu_1 * B1_3;
          s121 += relu_2 * B1_1;
          s122 += relu_2 * B1_2;
          s123 += relu_2 * B1_3;
          s131 += relu_3 * B1_1;
          s132 += relu_3 * B1_2;
          s133 += relu_3 * B1_3;
        }
        X3[k192_2 + i24 + j] = X2[k192_2 + i24 + j] + s111;
        X3[k192_2 + i24 + j + 1] = X2[k192_2 + i24 + j + 1] + s112;
        X3[k192_2 + i24 + j + 2] = X2[k192_2 + i24 + j + 2] + s113;
        X3[k192_3 + i24 + j] = X2[k192_3 + i24 + j] + s121;
        X3[k192_3 + i24 + j + 1] = X2[k192_3 + i24 + j + 1] + s122;
        X3[k192_3 + i24 + j + 2] = X2[k192_3 + i24 + j + 2] + s123;
        X3[k192_4 + i24 + j] = X2[k192_4 + i24 + j] + s131;
        X3[k192_4 + i24 + j + 1] = X2[k192_4 + i24 + j + 1] + s132;
        X3[k192_4 + i24 + j + 2] = X2[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `gradient`: sum7, layerNorm_in3, sum8, sqrt3, layerNorm3, Q2, K2 and 19 more. */
function gradientPart3(params: Parameters, size: number): void {
  const { Q2, K2, V2, A2, B2 } = params;

  // sum7 = sum(X3, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X3[k192 + i24 + j];
        s12 += X3[k192_2 + i24 + j];
        s13 += X3[k192_3 + i24 + j];
        s14 += X3[k192_4 + i24 + j];
        s15 += X3[k192_5 + i24 + j];
        s16 += X3[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum7[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum7[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum7[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum7[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum7[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum7[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in3 = X3 - 1/24 * reshape(sum7, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum7[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in3[k192 + i24 + j] = X3[k192 + i24 + j] - t;
      }
    }
  }

  // sum8 = sum(layerNorm_in3 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in3_1 = layerNorm_in3[k192_2 + i24 + j];
        const layerNorm_in3_2 = layerNorm_in3[k192_3 + i24 + j];
        const layerNorm_in3_3 = layerNorm_in3[k192_4 + i24 + j];
        const layerNorm_in3_4 = layerNorm_in3[k192_5 + i24 + j];
        const layerNorm_in3_5 = layerNorm_in3[k192_6 + i24 + j];
        const layerNorm_in3_6 = layerNorm_in3[k192_7 + i24 + j];
        s11 += layerNorm_in3_1 * layerNorm_in3_1;
        s12 += layerNorm_in3_2 * layerNorm_in3_2;
        s13 += layerNorm_in3_3 * layerNorm_in3_3;
        s14 += layerNorm_in3_4 * layerNorm_in3_4;
        s15 += layerNorm_in3_5 * layerNorm_in3_5;
        s16 += layerNorm_in3_6 * layerNorm_in3_6;
      }
      const k8_2 = k * 8;
      sum8[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum8[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum8[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum8[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum8[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum8[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt3 = sqrt(1/24 * reshape(sum8, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt3[k8 + i] = Math.sqrt(0.041666666666666664 * sum8[k8 + i] + 0.00001);
    }

    // layerNorm3 = layerNorm_in3 ./ sqrt3
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt3[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm3[k192 + i24 + j] = layerNorm_in3[k192 + i24 + j] / t;
      }
    }
  }

  // Q2_2 = layerNorm3 * Q2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q2_1 = Q2[q24 + j];
          const Q2_2_2 = Q2[q24 + j + 1];
          const Q2_3 = Q2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * Q2_1;
          s112 += layerNorm3_1 * Q2_2_2;
          s113 += layerNorm3_1 * Q2_3;
          s121 += layerNorm3_2 * Q2_1;
          s122 += layerNorm3_2 * Q2_2_2;
          s123 += layerNorm3_2 * Q2_3;
          s131 += layerNorm3_3 * Q2_1;
          s132 += layerNorm3_3 * Q2_2_2;
          s133 += layerNorm3_3 * Q2_3;
        }
        Q2_2[k192_2 + i24 + j] = s111;
        Q2_2[k192_2 + i24 + j + 1] = s112;
        Q2_2[k192_2 + i24 + j + 2] = s113;
        Q2_2[k192_3 + i24 + j] = s121;
        Q2_2[k192_3 + i24 + j + 1] = s122;
        Q2_2[k192_3 + i24 + j + 2] = s123;
        Q2_2[k192_4 + i24 + j] = s131;
        Q2_2[k192_4 + i24 + j + 1] = s132;
        Q2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K2_2 = layerNorm3 * K2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const K2_1 = K2[q24 + j];
          const K2_2_2 = K2[q24 + j + 1];
          const K2_3 = K2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * K2_1;
          s112 += layerNorm3_1 * K2_2_2;
          s113 += layerNorm3_1 * K2_3;
          s121 += layerNorm3_2 * K2_1;
          s122 += layerNorm3_2 * K2_2_2;
          s123 += layerNorm3_2 * K2_3;
          s131 += layerNorm3_3 * K2_1;
          s132 += layerNorm3_3 * K2_2_2;
          s133 += layerNorm3_3 * K2_3;
        }
        K2_2[k192_2 + i24 + j] = s111;
        K2_2[k192_2 + i24 + j + 1] = s112;
        K2_2[k192_2 + i24 + j + 2] = s113;
        K2_2[k192_3 + i24 + j] = s121;
        K2_2[k192_3 + i24 + j + 1] = s122;
        K2_2[k192_3 + i24 + j + 2] = s123;
        K2_2[k192_4 + i24 + j] = s131;
        K2_2[k192_4 + i24 + j + 1] = s132;
        K2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V2_2 = layerNorm3 * V2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const V2_1 = V2[q24 + j];
          const V2_2_2 = V2[q24 + j + 1];
          const V2_3 = V2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * V2_1;
          s112 += layerNorm3_1 * V2_2_2;
          s113 += layerNorm3_1 * V2_3;
          s121 += layerNorm3_2 * V2_1;
          s122 += layerNorm3_2 * V2_2_2;
          s123 += layerNorm3_2 * V2_3;
          s131 += layerNorm3_3 * V2_1;
          s132 += layerNorm3_3 * V2_2_2;
          s133 += layerNorm3_3 * V2_3;
        }
        V2_2[k192_2 + i24 + j] = s111;
        V2_2[k192_2 + i24 + j + 1] = s112;
        V2_2[k192_2 + i24 + j + 2] = s113;
        V2_2[k192_3 + i24 + j] = s121;
        V2_2[k192_3 + i24 + j + 1] = s122;
        V2_2[k192_3 + i24 + j + 2] = s123;
        V2_2[k192_4 + i24 + j] = s131;
        V2_2[k192_4 + i24 + j + 1] = s132;
        V2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul3 = 0.2886751345948129 * (Q2_2[:, 1:12] * K2_2[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q];
          const K2_1 = K2_2[k192_2 + j24 + q];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 24];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 24];
          const K2_3 = K2_2[k192_2 + j24 + q + 48];
          const K2_4 = K2_2[k192_2 + j24 + q + 72];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul3[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul3[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul3[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul3[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul3[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul3[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul3[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul3[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3_2 = max(mul3, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul3[k64 + i8 + j]);
      }
      max3_2[k8 + i] = best;
    }

    // softmax_exp3 = exp(mul3 - reshape(max3_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp3[k64 + i8 + j] = Math.exp(mul3[k64 + i8 + j] - t);
      }
    }
  }

  // sum9 = sum(softmax_exp3, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp3[k64_2 + i8 + j];
        s12 += softmax_exp3[k64_3 + i8 + j];
        s13 += softmax_exp3[k64_4 + i8 + j];
        s14 += softmax_exp3[k64_5 + i8 + j];
        s15 += softmax_exp3[k64_6 + i8 + j];
        s16 += softmax_exp3[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum9[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum9[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum9[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum9[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum9[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum9[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax3 = softmax_exp3 ./ reshape(sum9, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum9[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax3[k64 + i8 + j] = softmax_exp3[k64 + i8 + j] / t;
      }
    }
  }

  // mul4 = 0.2886751345948129 * (Q2_2[:, 13:24] * K2_2[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q + 12];
          const K2_1 = K2_2[k192_2 + j24 + q + 12];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 36];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 36];
          const K2_3 = K2_2[k192_2 + j24 + q + 60];
          const K2_4 = K2_2[k192_2 + j24 + q + 84];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul4[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul4[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul4[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul4[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul4[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul4[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul4[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul4[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max4 = max(mul4, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul4[k64 + i8 + j]);
      }
      max4[k8 + i] = best;
    }

    // softmax_exp4 = exp(mul4 - reshape(max4, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp4[k64 + i8 + j] = Math.exp(mul4[k64 + i8 + j] - t);
      }
    }
  }

  // sum10 = sum(softmax_exp4, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp4[k64_2 + i8 + j];
        s12 += softmax_exp4[k64_3 + i8 + j];
        s13 += softmax_exp4[k64_4 + i8 + j];
        s14 += softmax_exp4[k64_5 + i8 + j];
        s15 += softmax_exp4[k64_6 + i8 + j];
        s16 += softmax_exp4[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum10[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum10[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum10[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum10[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum10[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum10[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax4 = softmax_exp4 ./ reshape(sum10, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum10[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax4[k64 + i8 + j] = softmax_exp4[k64 + i8 + j] / t;
      }
    }
  }

  // H_in = X3 + concat(softmax3 * V2_2[:, 1:12], softmax4 * V2_2[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax3_1 = softmax3[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j];
          const softmax3_2 = softmax3[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 1];
          const V2_3 = V2_2[k192_2 + q24 + j + 2];
          const V2_4 = V2_2[k192_2 + q24 + j + 3];
          s111 += softmax3_1 * V2_1;
          s112 += softmax3_2 * V2_1;
          s121 += softmax3_1 * V2_2_2;
          s122 += softmax3_2 * V2_2_2;
          s131 += softmax3_1 * V2_3;
          s132 += softmax3_2 * V2_3;
          s141 += softmax3_1 * V2_4;
          s142 += softmax3_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j] = X3[k192_2 + i24 + j] + s111;
        H_in[k192_2 + i24 + j + 24] = X3[k192_2 + i24 + j + 24] + s112;
        H_in[k192_2 + i24 + j + 1] = X3[k192_2 + i24 + j + 1] + s121;
        H_in[k192_2 + i24 + j + 25] = X3[k192_2 + i24 + j + 25] + s122;
        H_in[k192_2 + i24 + j + 2] = X3[k192_2 + i24 + j + 2] + s131;
        H_in[k192_2 + i24 + j + 26] = X3[k192_2 + i24 + j + 26] + s132;
        H_in[k192_2 + i24 + j + 3] = X3[k192_2 + i24 + j + 3] + s141;
        H_in[k192_2 + i24 + j + 27] = X3[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax4_1 = softmax4[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j + 12];
          const softmax4_2 = softmax4[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 13];
          const V2_3 = V2_2[k192_2 + q24 + j + 14];
          const V2_4 = V2_2[k192_2 + q24 + j + 15];
          s111 += softmax4_1 * V2_1;
          s112 += softmax4_2 * V2_1;
          s121 += softmax4_1 * V2_2_2;
          s122 += softmax4_2 * V2_2_2;
          s131 += softmax4_1 * V2_3;
          s132 += softmax4_2 * V2_3;
          s141 += softmax4_1 * V2_4;
          s142 += softmax4_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j + 12] = X3[k192_2 + i24 + j + 12] + s111;
        H_in[k192_2 + i24 + j + 36] = X3[k192_2 + i24 + j + 36] + s112;
        H_in[k192_2 + i24 + j + 13] = X3[k192_2 + i24 + j + 13] + s121;
        H_in[k192_2 + i24 + j + 37] = X3[k192_2 + i24 + j + 37] + s122;
        H_in[k192_2 + i24 + j + 14] = X3[k192_2 + i24 + j + 14] + s131;
        H_in[k192_2 + i24 + j + 38] = X3[k192_2 + i24 + j + 38] + s132;
        H_in[k192_2 + i24 + j + 15] = X3[k192_2 + i24 + j + 15] + s141;
        H_in[k192_2 + i24 + j + 39] = X3[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum11 = sum(H_in, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H_in[k192_2 + i24 + j];
        s12 += H_in[k192_3 + i24 + j];
        s13 += H_in[k192_4 + i24 + j];
        s14 += H_in[k192_5 + i24 + j];
        s15 += H_in[k192_6 + i24 + j];
        s16 += H_in[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum11[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum11[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum11[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum11[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum11[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum11[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in4 = H_in - 1/24 * reshape(sum11, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum11[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in4[k192 + i24 + j] = H_in[k192 + i24 + j] - t;
      }
    }
  }

  // sum12 = sum(layerNorm_in4 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in4_1 = layerNorm_in4[k192_2 + i24 + j];
        const layerNorm_in4_2 = layerNorm_in4[k192_3 + i24 + j];
        const layerNorm_in4_3 = layerNorm_in4[k192_4 + i24 + j];
        const layerNorm_in4_4 = layerNorm_in4[k192_5 + i24 + j];
        const layerNorm_in4_5 = layerNorm_in4[k192_6 + i24 + j];
        const layerNorm_in4_6 = layerNorm_in4[k192_7 + i24 + j];
        s11 += layerNorm_in4_1 * layerNorm_in4_1;
        s12 += layerNorm_in4_2 * layerNorm_in4_2;
        s13 += layerNorm_in4_3 * layerNorm_in4_3;
        s14 += layerNorm_in4_4 * layerNorm_in4_4;
        s15 += layerNorm_in4_5 * layerNorm_in4_5;
        s16 += layerNorm_in4_6 * layerNorm_in4_6;
      }
      const k8_2 = k * 8;
      sum12[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum12[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum12[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum12[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum12[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum12[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt4 = sqrt(1/24 * reshape(sum12, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt4[k8 + i] = Math.sqrt(0.041666666666666664 * sum12[k8 + i] + 0.00001);
    }

    // layerNorm4 = layerNorm_in4 ./ sqrt4
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt4[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm4[k192 + i24 + j] = layerNorm_in4[k192 + i24 + j] / t;
      }
    }
  }

  // relu2 = relu(layerNorm4 * A2')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm4_1 = layerNorm4[k192_2 + i24 + q];
          const A2_1 = A2[j24 + q];
          const A2_2 = A2[j24_2 + q];
          const A2_3 = A2[j24_3 + q];
          const layerNorm4_2 = layerNorm4[k192_3 + i24 + q];
          const layerNorm4_3 = layerNorm4[k192_4 + i24 + q];
          s111 += layerNorm4_1 * A2_1;
          s112 += layerNorm4_1 * A2_2;
          s113 += layerNorm4_1 * A2_3;
          s121 += layerNorm4_2 * A2_1;
          s122 += layerNorm4_2 * A2_2;
          s123 += layerNorm4_2 * A2_3;
          s131 += layerNorm4_3 * A2_1;
          s132 += layerNorm4_3 * A2_2;
          s133 += layerNorm4_3 * A2_3;
        }
        relu2[k384 + i48 + j] = Math.max(s111, 0);
        relu2[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu2[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu2[k384_2 + i48 + j] = Math.max(s121, 0);
        relu2[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu2[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu2[k384_3 + i48 + j] = Math.max(s131, 0);
        relu2[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu2[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // H = H_in + relu2 * B2'   [line 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu2_1 = relu2[k384 + i48 + q];
          const B2_1 = B2[j48 + q];
          const B2_2 = B2[j48_2 + q];
          const B2_3 = B2[j48_3 + q];
          const relu2_2 = relu2[k384_2 + i48 + q];
          const relu2_3 = relu2[k384_3 + i48 + q];
          s111 += relu2_1 * B2_1;
          s112 += relu2_1 * B2_2;
          s113 += relu2_1 * B2_3;
          s121 += relu2_2 * B2_1;
          s122 += relu2_2 * B2_2;
          s123 += relu2_2 * B2_3;
          s131 += relu2_3 * B2_1;
          s132 += relu2_3 * B2_2;
          s133 += relu2_3 * B2_3;
        }
        H[k192_2 + i24 + j] = H_in[k192_2 + i24 + j] + s111;
        H[k192_2 + i24 + j + 1] = H_in[k192_2 + i24 + j + 1] + s112;
        H[k192_2 + i24 + j + 2] = H_in[k192_2 + i24 + j + 2] + s113;
        H[k192_3 + i24 + j] = H_in[k192_3 + i24 + j] + s121;
        H[k192_3 + i24 + j + 1] = H_in[k192_3 + i24 + j + 1] + s122;
        H[k192_3 + i24 + j + 2] = H_in[k192_3 + i24 + j + 2] + s123;
        H[k192_4 + i24 + j] = H_in[k192_4 + i24 + j] + s131;
        H[k192_4 + i24 + j + 1] = H_in[k192_4 + i24 + j + 1] + s132;
        H[k192_4 + i24 + j + 2] = H_in[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `gradient`: sum13, layerNorm_in5, sum14, sqrt5, layerNorm5, sum15, max5 and 20 more. */
function gradientPart4(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { W, B2, A2 } = params;
  const { c } = data.columns;

  // sum13 = sum(H, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H[k192 + i24 + j];
        s12 += H[k192_2 + i24 + j];
        s13 += H[k192_3 + i24 + j];
        s14 += H[k192_4 + i24 + j];
        s15 += H[k192_5 + i24 + j];
        s16 += H[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum13[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum13[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum13[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum13[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum13[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum13[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in5 = H - 1/24 * reshape(sum13, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum13[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in5[k192 + i24 + j] = H[k192 + i24 + j] - t;
      }
    }
  }

  // sum14 = sum(layerNorm_in5 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in5_1 = layerNorm_in5[k192_2 + i24 + j];
        const layerNorm_in5_2 = layerNorm_in5[k192_3 + i24 + j];
        const layerNorm_in5_3 = layerNorm_in5[k192_4 + i24 + j];
        const layerNorm_in5_4 = layerNorm_in5[k192_5 + i24 + j];
        const layerNorm_in5_5 = layerNorm_in5[k192_6 + i24 + j];
        const layerNorm_in5_6 = layerNorm_in5[k192_7 + i24 + j];
        s11 += layerNorm_in5_1 * layerNorm_in5_1;
        s12 += layerNorm_in5_2 * layerNorm_in5_2;
        s13 += layerNorm_in5_3 * layerNorm_in5_3;
        s14 += layerNorm_in5_4 * layerNorm_in5_4;
        s15 += layerNorm_in5_5 * layerNorm_in5_5;
        s16 += layerNorm_in5_6 * layerNorm_in5_6;
      }
      const k8_2 = k * 8;
      sum14[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum14[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum14[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum14[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum14[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum14[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt5 = sqrt(1/24 * reshape(sum14, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt5[k8 + i] = Math.sqrt(0.041666666666666664 * sum14[k8 + i] + 0.00001);
    }

    // layerNorm5 = layerNorm_in5 ./ sqrt5
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm5[k192 + i24 + j] = layerNorm_in5[k192 + i24 + j] / t;
      }
    }
  }

  // sum15 = layerNorm5 * W   [line 26]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i10 = i * 10;
    for (let k = 0; k < size; k += 4) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k80 = k * 80;
      const k80_2 = k80 + 80;
      const k80_3 = k80 + 160;
      const k80_4 = k80 + 240;
      for (let j = 0; j < 10; j += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm5_1 = layerNorm5[k192_2 + i24 + q];
          const q10 = q * 10;
          const W_1 = W[q10 + j];
          const W_2 = W[q10 + j + 1];
          const layerNorm5_2 = layerNorm5[k192_3 + i24 + q];
          const layerNorm5_3 = layerNorm5[k192_4 + i24 + q];
          const layerNorm5_4 = layerNorm5[k192_5 + i24 + q];
          s111 += layerNorm5_1 * W_1;
          s112 += layerNorm5_1 * W_2;
          s121 += layerNorm5_2 * W_1;
          s122 += layerNorm5_2 * W_2;
          s131 += layerNorm5_3 * W_1;
          s132 += layerNorm5_3 * W_2;
          s141 += layerNorm5_4 * W_1;
          s142 += layerNorm5_4 * W_2;
        }
        sum15[k80 + i10 + j] = s111;
        sum15[k80 + i10 + j + 1] = s112;
        sum15[k80_2 + i10 + j] = s121;
        sum15[k80_2 + i10 + j + 1] = s122;
        sum15[k80_3 + i10 + j] = s131;
        sum15[k80_3 + i10 + j + 1] = s132;
        sum15[k80_4 + i10 + j] = s141;
        sum15[k80_4 + i10 + j + 1] = s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k80 = k * 80;

    // max5 = max(sum15, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i10 = i * 10;
      for (let j = 0; j < 10; j++) {
        best = Math.max(best, sum15[k80 + i10 + j]);
      }
      max5[k8 + i] = best;
    }

    // logSoftmax_in = sum15 - reshape(max5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = max5[k8 + i];
      for (let j = 0; j < 10; j++) {
        logSoftmax_in[k80 + i10 + j] = sum15[k80 + i10 + j] - t;
      }
    }

    // p_exp = exp(logSoftmax_in)
    for (let i = 0; i < 80; i++) {
      p_exp[k80 + i] = Math.exp(logSoftmax_in[k80 + i]);
    }
  }

  // sum16 = sum(p_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k80_5 = k80_2 + 240;
      const k80_6 = k80_2 + 320;
      const k80_7 = k80_2 + 400;
      for (let j = 0; j < 10; j++) {
        s11 += p_exp[k80_2 + i10 + j];
        s12 += p_exp[k80_3 + i10 + j];
        s13 += p_exp[k80_4 + i10 + j];
        s14 += p_exp[k80_5 + i10 + j];
        s15 += p_exp[k80_6 + i10 + j];
        s16 += p_exp[k80_7 + i10 + j];
      }
      const k8_2 = k * 8;
      sum16[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum16[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum16[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum16[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum16[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum16[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k80 = k * 80;

    // p = p_exp ./ reshape(sum16, [8, 1])   [line 26, output]
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = sum16[k8 + i];
      for (let j = 0; j < 10; j++) {
        p[k80 + i10 + j] = p_exp[k80 + i10 + j] / t;
      }
    }

    // log3 = log(reshape(sum16, [8, 1]))
    for (let i = 0; i < 8; i++) {
      log3[k8 + i] = Math.log(sum16[k8 + i]);
    }

    // J_sum = Σn sum(c .* (logSoftmax_in - log3))
    let s = 0;
    for (let i = 0; i < 8; i++) {
      const t = c[row8 + i];
      const i10 = i * 10;
      const t2 = log3[k8 + i];
      for (let j = 0; j < 10; j++) {
        s += (t === j ? 1 : 0) * (logSoftmax_in[k80 + i10 + j] - t2);
      }
    }
    J_sum[0] += s;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = c[row8 + i];
      for (let j = 0; j < 10; j++) {
        delta[k80 + i10 + j] = p[k80 + i10 + j] - (t === j ? 1 : 0);
      }
    }
  }

  // dW = Σn layerNorm5' * delta   [EQ4: ∂C/∂w = δ aᵀ; line 26]
  for (let i = 0; i < 24; i += 4) {
    const i10 = i * 10;
    const i10_2 = i10 + 10;
    const i10_3 = i10 + 20;
    const i10_4 = i10 + 30;
    for (let j = 0; j < 10; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k80_2 = k * 80;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q10 = q * 10;
          const delta_1 = delta[k80_2 + q10 + j];
          const q24 = q * 24;
          const layerNorm5_1 = layerNorm5[k192_2 + q24 + i];
          const delta_2 = delta[k80_2 + q10 + j + 1];
          const layerNorm5_2 = layerNorm5[k192_2 + q24 + i + 1];
          const layerNorm5_3 = layerNorm5[k192_2 + q24 + i + 2];
          const layerNorm5_4 = layerNorm5[k192_2 + q24 + i + 3];
          s11 += delta_1 * layerNorm5_1;
          s12 += delta_2 * layerNorm5_1;
          s21 += delta_1 * layerNorm5_2;
          s22 += delta_2 * layerNorm5_2;
          s31 += delta_1 * layerNorm5_3;
          s32 += delta_2 * layerNorm5_3;
          s41 += delta_1 * layerNorm5_4;
          s42 += delta_2 * layerNorm5_4;
        }
      }
      dW[i10 + j] += s11;
      dW[i10 + j + 1] += s12;
      dW[i10_2 + j] += s21;
      dW[i10_2 + j + 1] += s22;
      dW[i10_3 + j] += s31;
      dW[i10_3 + j + 1] += s32;
      dW[i10_4 + j] += s41;
      dW[i10_4 + j + 1] += s42;
    }
  }

  // delta2 = delta * W'   [line 26]
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j10 = j * 10;
        const j10_2 = j10 + 10;
        const j10_3 = j10 + 20;
        for (let q = 0; q < 10; q++) {
          const delta_1 = delta[k80_2 + i10 + q];
          const W_1 = W[j10 + q];
          const W_2 = W[j10_2 + q];
          const W_3 = W[j10_3 + q];
          const delta_2 = delta[k80_3 + i10 + q];
          const delta_3 = delta[k80_4 + i10 + q];
          s111 += delta_1 * W_1;
          s112 += delta_1 * W_2;
          s113 += delta_1 * W_3;
          s121 += delta_2 * W_1;
          s122 += delta_2 * W_2;
          s123 += delta_2 * W_3;
          s131 += delta_3 * W_1;
          s132 += delta_3 * W_2;
          s133 += delta_3 * W_3;
        }
        delta2[k192_2 + i24 + j] = s111;
        delta2[k192_2 + i24 + j + 1] = s112;
        delta2[k192_2 + i24 + j + 2] = s113;
        delta2[k192_3 + i24 + j] = s121;
        delta2[k192_3 + i24 + j + 1] = s122;
        delta2[k192_3 + i24 + j + 2] = s123;
        delta2[k192_4 + i24 + j] = s131;
        delta2[k192_4 + i24 + j + 1] = s132;
        delta2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum17 = delta * sum(W, 1)
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k80_5 = k80_2 + 240;
      const k80_6 = k80_2 + 320;
      const k80_7 = k80_2 + 400;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k80_2 + i10 + j];
        const delta_2 = delta[k80_3 + i10 + j];
        const delta_3 = delta[k80_4 + i10 + j];
        const delta_4 = delta[k80_5 + i10 + j];
        const delta_5 = delta[k80_6 + i10 + j];
        const delta_6 = delta[k80_7 + i10 + j];
        for (let q = 0; q < 24; q++) {
          const q10 = q * 10;
          const W_1 = W[q10 + j];
          s11 += delta_1 * W_1;
          s12 += delta_2 * W_1;
          s13 += delta_3 * W_1;
          s14 += delta_4 * W_1;
          s15 += delta_5 * W_1;
          s16 += delta_6 * W_1;
        }
      }
      const k8_2 = k * 8;
      sum17[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum17[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum17[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum17[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum17[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum17[k8_7 + i] = s16;
    }
  }

  // sum18 = sum(delta2 .* layerNorm5, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta2[k192_2 + i24 + j] * layerNorm5[k192_2 + i24 + j];
        s12 += delta2[k192_3 + i24 + j] * layerNorm5[k192_3 + i24 + j];
        s13 += delta2[k192_4 + i24 + j] * layerNorm5[k192_4 + i24 + j];
        s14 += delta2[k192_5 + i24 + j] * layerNorm5[k192_5 + i24 + j];
        s15 += delta2[k192_6 + i24 + j] * layerNorm5[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum18[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum18[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum18[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum18[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum18[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // dH = (share2 * delta2 - share3 * reshape(sum17, [8, 1]) - share3 * (layerNorm5 .* reshape(sum18, [8, 1]))) ./ sqrt5   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 26]
    const t = share2[0];
    const t2 = share3[0];
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t3 = t2 * sum17[k8 + i];
      const t4 = sum18[k8 + i];
      const t5 = sqrt5[k8 + i];
      for (let j = 0; j < 24; j++) {
        dH[k192 + i24 + j] = (t * delta2[k192 + i24 + j] - t3 - t2 * (layerNorm5[k192 + i24 + j] * t4)) / t5;
      }
    }
  }

  // dB2 = Σn dH' * relu2   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 24; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        const k384 = k * 384;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const dH_1 = dH[k192_2 + q24 + i];
          const q48 = q * 48;
          const relu2_1 = relu2[k384 + q48 + j];
          const relu2_2 = relu2[k384 + q48 + j + 1];
          const relu2_3 = relu2[k384 + q48 + j + 2];
          const dH_2 = dH[k192_2 + q24 + i + 1];
          const dH_3 = dH[k192_2 + q24 + i + 2];
          s11 += dH_1 * relu2_1;
          s12 += dH_1 * relu2_2;
          s13 += dH_1 * relu2_3;
          s21 += dH_2 * relu2_1;
          s22 += dH_2 * relu2_2;
          s23 += dH_2 * relu2_3;
          s31 += dH_3 * relu2_1;
          s32 += dH_3 * relu2_2;
          s33 += dH_3 * relu2_3;
        }
      }
      into.B2[i48 + j] += s11;
      into.B2[i48 + j + 1] += s12;
      into.B2[i48 + j + 2] += s13;
      into.B2[i48_2 + j] += s21;
      into.B2[i48_2 + j + 1] += s22;
      into.B2[i48_2 + j + 2] += s23;
      into.B2[i48_3 + j] += s31;
      into.B2[i48_3 + j + 1] += s32;
      into.B2[i48_3 + j + 2] += s33;
    }
  }

  // delta3 = relu2 > 0 ? dH * B2 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const dH_1 = dH[k192_2 + i24 + q];
          const q48 = q * 48;
          const B2_1 = B2[q48 + j];
          const B2_2 = B2[q48 + j + 1];
          const B2_3 = B2[q48 + j + 2];
          const dH_2 = dH[k192_3 + i24 + q];
          const dH_3 = dH[k192_4 + i24 + q];
          s111 += dH_1 * B2_1;
          s112 += dH_1 * B2_2;
          s113 += dH_1 * B2_3;
          s121 += dH_2 * B2_1;
          s122 += dH_2 * B2_2;
          s123 += dH_2 * B2_3;
          s131 += dH_3 * B2_1;
          s132 += dH_3 * B2_2;
          s133 += dH_3 * B2_3;
        }
        delta3[k384 + i48 + j] = relu2[k384 + i48 + j] > 0 ? s111 : 0;
        delta3[k384 + i48 + j + 1] = relu2[k384 + i48 + j + 1] > 0 ? s112 : 0;
        delta3[k384 + i48 + j + 2] = relu2[k384 + i48 + j + 2] > 0 ? s113 : 0;
        delta3[k384_2 + i48 + j] = relu2[k384_2 + i48 + j] > 0 ? s121 : 0;
        delta3[k384_2 + i48 + j + 1] = relu2[k384_2 + i48 + j + 1] > 0 ? s122 : 0;
        delta3[k384_2 + i48 + j + 2] = relu2[k384_2 + i48 + j + 2] > 0 ? s123 : 0;
        delta3[k384_3 + i48 + j] = relu2[k384_3 + i48 + j] > 0 ? s131 : 0;
        delta3[k384_3 + i48 + j + 1] = relu2[k384_3 + i48 + j + 1] > 0 ? s132 : 0;
        delta3[k384_3 + i48 + j + 2] = relu2[k384_3 + i48 + j + 2] > 0 ? s133 : 0;
      }
    }
  }

  // dA2 = Σn delta3' * layerNorm4   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 48; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k384 = k * 384;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k384 + q48 + i];
          const q24 = q * 24;
          const layerNorm4_1 = layerNorm4[k192_2 + q24 + j];
          const layerNorm4_2 = layerNorm4[k192_2 + q24 + j + 1];
          const layerNorm4_3 = layerNorm4[k192_2 + q24 + j + 2];
          const delta3_2 = delta3[k384 + q48 + i + 1];
          const delta3_3 = delta3[k384 + q48 + i + 2];
          s11 += delta3_1 * layerNorm4_1;
          s12 += delta3_1 * layerNorm4_2;
          s13 += delta3_1 * layerNorm4_3;
          s21 += delta3_2 * layerNorm4_1;
          s22 += delta3_2 * layerNorm4_2;
          s23 += delta3_2 * layerNorm4_3;
          s31 += delta3_3 * layerNorm4_1;
          s32 += delta3_3 * layerNorm4_2;
          s33 += delta3_3 * layerNorm4_3;
        }
      }
      into.A2[i24 + j] += s11;
      into.A2[i24 + j + 1] += s12;
      into.A2[i24 + j + 2] += s13;
      into.A2[i24_2 + j] += s21;
      into.A2[i24_2 + j + 1] += s22;
      into.A2[i24_2 + j + 2] += s23;
      into.A2[i24_3 + j] += s31;
      into.A2[i24_3 + j + 1] += s32;
      into.A2[i24_3 + j + 2] += s33;
    }
  }

  // delta4 = delta3 * A2   [line 22]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 48; q++) {
          const delta3_1 = delta3[k384 + i48 + q];
          const q24 = q * 24;
          const A2_1 = A2[q24 + j];
          const A2_2 = A2[q24 + j + 1];
          const A2_3 = A2[q24 + j + 2];
          const delta3_2 = delta3[k384_2 + i48 + q];
          const delta3_3 = delta3[k384_3 + i48 + q];
          s111 += delta3_1 * A2_1;
          s112 += delta3_1 * A2_2;
          s113 += delta3_1 * A2_3;
          s121 += delta3_2 * A2_1;
          s122 += delta3_2 * A2_2;
          s123 += delta3_2 * A2_3;
          s131 += delta3_3 * A2_1;
          s132 += delta3_3 * A2_2;
          s133 += delta3_3 * A2_3;
        }
        delta4[k192_2 + i24 + j] = s111;
        delta4[k192_2 + i24 + j + 1] = s112;
        delta4[k192_2 + i24 + j + 2] = s113;
        delta4[k192_3 + i24 + j] = s121;
        delta4[k192_3 + i24 + j + 1] = s122;
        delta4[k192_3 + i24 + j + 2] = s123;
        delta4[k192_4 + i24 + j] = s131;
        delta4[k192_4 + i24 + j + 1] = s132;
        delta4[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum19 = delta3 * sum(A2, 2)
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k384_4 = k384 + 1152;
      const k384_5 = k384 + 1536;
      const k384_6 = k384 + 1920;
      for (let j = 0; j < 48; j++) {
        const delta3_1 = delta3[k384 + i48 + j];
        const j24 = j * 24;
        const delta3_2 = delta3[k384_2 + i48 + j];
        const delta3_3 = delta3[k384_3 + i48 + j];
        const delta3_4 = delta3[k384_4 + i48 + j];
        const delta3_5 = delta3[k384_5 + i48 + j];
        const delta3_6 = delta3[k384_6 + i48 + j];
        for (let q = 0; q < 24; q++) {
          const A2_1 = A2[j24 + q];
          s11 += delta3_1 * A2_1;
          s12 += delta3_2 * A2_1;
          s13 += delta3_3 * A2_1;
          s14 += delta3_4 * A2_1;
          s15 += delta3_5 * A2_1;
          s16 += delta3_6 * A2_1;
        }
      }
      const k8_2 = k * 8;
      sum19[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum19[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum19[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum19[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum19[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum19[k8_7 + i] = s16;
    }
  }

  // sum20 = sum(delta4 .* layerNorm4, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta4[k192_2 + i24 + j] * layerNorm4[k192_2 + i24 + j];
        s12 += delta4[k192_3 + i24 + j] * layerNorm4[k192_3 + i24 + j];
        s13 += delta4[k192_4 + i24 + j] * layerNorm4[k192_4 + i24 + j];
        s14 += delta4[k192_5 + i24 + j] * layerNorm4[k192_5 + i24 + j];
        s15 += delta4[k192_6 + i24 + j] * layerNorm4[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum20[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum20[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum20[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum20[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum20[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta5 = dH + (delta4 - 1/24 * reshape(sum19, [8, 1]) - 1/24 * (layerNorm4 .* reshape(sum20, [8, 1]))) ./ sqrt4   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 21]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum19[k8 + i];
      const t2 = sum20[k8 + i];
      const t3 = sqrt4[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta5[k192 + i24 + j] = dH[k192 + i24 + j] + (delta4[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm4[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // delta6 = delta5[:, 13:24] * V2_2[:, 13:24]'   [concat(zeros(8, 12), softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 13:24] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 13:24]) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 13:24] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 13:24]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta5_1 = delta5[k192_2 + i24 + q + 12];
          const V2_1 = V2_2[k192_2 + j24 + q + 12];
          const delta5_2 = delta5[k192_2 + i24 + q + 36];
          const V2_2_2 = V2_2[k192_2 + j24 + q + 36];
          const V2_3 = V2_2[k192_2 + j24 + q + 60];
          const V2_4 = V2_2[k192_2 + j24 + q + 84];
          s111 += delta5_1 * V2_1;
          s112 += delta5_2 * V2_1;
          s121 += delta5_1 * V2_2_2;
          s122 += delta5_2 * V2_2_2;
          s131 += delta5_1 * V2_3;
          s132 += delta5_2 * V2_3;
          s141 += delta5_1 * V2_4;
          s142 += delta5_2 * V2_4;
        }
        const i8 = i * 8;
        delta6[k64 + i8 + j] = s111;
        delta6[k64 + i8 + j + 8] = s112;
        delta6[k64 + i8 + j + 1] = s121;
        delta6[k64 + i8 + j + 9] = s122;
        delta6[k64 + i8 + j + 2] = s131;
        delta6[k64 + i8 + j + 10] = s132;
        delta6[k64 + i8 + j + 3] = s141;
        delta6[k64 + i8 + j + 11] = s142;
      }
    }
  }
}

/** A part of `gradient`: delta7, delta8, grad_V2, sum21, delta9, sum22, delta10 and 7 more. */
function gradientPart5(params: Parameters, into: Gradients, size: number): void {
  const { V2, K2, Q2 } = params;

  // delta7 = delta5[:, 1:12] * V2_2[:, 1:12]'   [concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 1:12], zeros(8, 12)) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta5_1 = delta5[k192 + i24 + q];
          const V2_1 = V2_2[k192 + j24 + q];
          const delta5_2 = delta5[k192 + i24 + q + 24];
          const V2_2_2 = V2_2[k192 + j24 + q + 24];
          const V2_3 = V2_2[k192 + j24 + q + 48];
          const V2_4 = V2_2[k192 + j24 + q + 72];
          s111 += delta5_1 * V2_1;
          s112 += delta5_2 * V2_1;
          s121 += delta5_1 * V2_2_2;
          s122 += delta5_2 * V2_2_2;
          s131 += delta5_1 * V2_3;
          s132 += delta5_2 * V2_3;
          s141 += delta5_1 * V2_4;
          s142 += delta5_2 * V2_4;
        }
        const i8 = i * 8;
        delta7[k64 + i8 + j] = s111;
        delta7[k64 + i8 + j + 8] = s112;
        delta7[k64 + i8 + j + 1] = s121;
        delta7[k64 + i8 + j + 9] = s122;
        delta7[k64 + i8 + j + 2] = s131;
        delta7[k64 + i8 + j + 10] = s132;
        delta7[k64 + i8 + j + 3] = s141;
        delta7[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta8 = concat(softmax3' * delta5[:, 1:12], softmax4' * delta5[:, 13:24])   [sum over every use of the value: concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 1:12], zeros(8, 12)) with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta5_1 = delta5[k192 + q24 + j];
          const q8 = q * 8;
          const softmax3_1 = softmax3[k64 + q8 + i];
          const softmax3_2 = softmax3[k64 + q8 + i + 1];
          const delta5_2 = delta5[k192 + q24 + j + 1];
          const delta5_3 = delta5[k192 + q24 + j + 2];
          const delta5_4 = delta5[k192 + q24 + j + 3];
          s111 += delta5_1 * softmax3_1;
          s112 += delta5_1 * softmax3_2;
          s121 += delta5_2 * softmax3_1;
          s122 += delta5_2 * softmax3_2;
          s131 += delta5_3 * softmax3_1;
          s132 += delta5_3 * softmax3_2;
          s141 += delta5_4 * softmax3_1;
          s142 += delta5_4 * softmax3_2;
        }
        const i24 = i * 24;
        delta8[k192 + i24 + j] = s111;
        delta8[k192 + i24 + j + 24] = s112;
        delta8[k192 + i24 + j + 1] = s121;
        delta8[k192 + i24 + j + 25] = s122;
        delta8[k192 + i24 + j + 2] = s131;
        delta8[k192 + i24 + j + 26] = s132;
        delta8[k192 + i24 + j + 3] = s141;
        delta8[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta5_1 = delta5[k192 + q24 + j + 12];
          const q8 = q * 8;
          const softmax4_1 = softmax4[k64 + q8 + i];
          const softmax4_2 = softmax4[k64 + q8 + i + 1];
          const delta5_2 = delta5[k192 + q24 + j + 13];
          const delta5_3 = delta5[k192 + q24 + j + 14];
          const delta5_4 = delta5[k192 + q24 + j + 15];
          s111 += delta5_1 * softmax4_1;
          s112 += delta5_1 * softmax4_2;
          s121 += delta5_2 * softmax4_1;
          s122 += delta5_2 * softmax4_2;
          s131 += delta5_3 * softmax4_1;
          s132 += delta5_3 * softmax4_2;
          s141 += delta5_4 * softmax4_1;
          s142 += delta5_4 * softmax4_2;
        }
        const i24 = i * 24;
        delta8[k192 + i24 + j + 12] = s111;
        delta8[k192 + i24 + j + 36] = s112;
        delta8[k192 + i24 + j + 13] = s121;
        delta8[k192 + i24 + j + 37] = s122;
        delta8[k192 + i24 + j + 14] = s131;
        delta8[k192 + i24 + j + 38] = s132;
        delta8[k192 + i24 + j + 15] = s141;
        delta8[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dV2 = Σn layerNorm3' * delta8   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta8_1 = delta8[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta8_2 = delta8[k192 + q24 + j + 1];
          const delta8_3 = delta8[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta8_1 * layerNorm3_1;
          s12 += delta8_2 * layerNorm3_1;
          s13 += delta8_3 * layerNorm3_1;
          s21 += delta8_1 * layerNorm3_2;
          s22 += delta8_2 * layerNorm3_2;
          s23 += delta8_3 * layerNorm3_2;
          s31 += delta8_1 * layerNorm3_3;
          s32 += delta8_2 * layerNorm3_3;
          s33 += delta8_3 * layerNorm3_3;
        }
      }
      into.V2[i24 + j] += s11;
      into.V2[i24 + j + 1] += s12;
      into.V2[i24 + j + 2] += s13;
      into.V2[i24_2 + j] += s21;
      into.V2[i24_2 + j + 1] += s22;
      into.V2[i24_2 + j + 2] += s23;
      into.V2[i24_3 + j] += s31;
      into.V2[i24_3 + j + 1] += s32;
      into.V2[i24_3 + j + 2] += s33;
    }
  }

  // sum21 = sum(delta6 .* softmax4, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta6[k64 + i8 + j] * softmax4[k64 + i8 + j];
        s12 += delta6[k64_2 + i8 + j] * softmax4[k64_2 + i8 + j];
        s13 += delta6[k64_3 + i8 + j] * softmax4[k64_3 + i8 + j];
        s14 += delta6[k64_4 + i8 + j] * softmax4[k64_4 + i8 + j];
        s15 += delta6[k64_5 + i8 + j] * softmax4[k64_5 + i8 + j];
      }
      const k8 = k * 8;
      sum21[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum21[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum21[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum21[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum21[k8_5 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta9 = softmax4 .* (delta6 - reshape(sum21, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum21[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta9[k64 + i8 + j] = softmax4[k64 + i8 + j] * (delta6[k64 + i8 + j] - t);
      }
    }
  }

  // sum22 = sum(delta7 .* softmax3, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta7[k64_2 + i8 + j] * softmax3[k64_2 + i8 + j];
        s12 += delta7[k64_3 + i8 + j] * softmax3[k64_3 + i8 + j];
        s13 += delta7[k64_4 + i8 + j] * softmax3[k64_4 + i8 + j];
        s14 += delta7[k64_5 + i8 + j] * softmax3[k64_5 + i8 + j];
        s15 += delta7[k64_6 + i8 + j] * softmax3[k64_6 + i8 + j];
      }
      const k8_2 = k * 8;
      sum22[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum22[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum22[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum22[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum22[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta10 = softmax3 .* (delta7 - reshape(sum22, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum22[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta10[k64 + i8 + j] = softmax3[k64 + i8 + j] * (delta7[k64 + i8 + j] - t);
      }
    }
  }

  // delta11 = concat(delta10 * K2_2[:, 1:12], delta9 * K2_2[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]' with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta10_1 = delta10[k64_2 + i8 + q];
          const q24 = q * 24;
          const K2_1 = K2_2[k192 + q24 + j];
          const delta10_2 = delta10[k64_2 + i8 + q + 8];
          const K2_2_2 = K2_2[k192 + q24 + j + 1];
          const K2_3 = K2_2[k192 + q24 + j + 2];
          const K2_4 = K2_2[k192 + q24 + j + 3];
          s111 += delta10_1 * K2_1;
          s112 += delta10_2 * K2_1;
          s121 += delta10_1 * K2_2_2;
          s122 += delta10_2 * K2_2_2;
          s131 += delta10_1 * K2_3;
          s132 += delta10_2 * K2_3;
          s141 += delta10_1 * K2_4;
          s142 += delta10_2 * K2_4;
        }
        const i24 = i * 24;
        delta11[k192 + i24 + j] = s111;
        delta11[k192 + i24 + j + 24] = s112;
        delta11[k192 + i24 + j + 1] = s121;
        delta11[k192 + i24 + j + 25] = s122;
        delta11[k192 + i24 + j + 2] = s131;
        delta11[k192 + i24 + j + 26] = s132;
        delta11[k192 + i24 + j + 3] = s141;
        delta11[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta9_1 = delta9[k64_2 + i8 + q];
          const q24 = q * 24;
          const K2_1 = K2_2[k192 + q24 + j + 12];
          const delta9_2 = delta9[k64_2 + i8 + q + 8];
          const K2_2_2 = K2_2[k192 + q24 + j + 13];
          const K2_3 = K2_2[k192 + q24 + j + 14];
          const K2_4 = K2_2[k192 + q24 + j + 15];
          s111 += delta9_1 * K2_1;
          s112 += delta9_2 * K2_1;
          s121 += delta9_1 * K2_2_2;
          s122 += delta9_2 * K2_2_2;
          s131 += delta9_1 * K2_3;
          s132 += delta9_2 * K2_3;
          s141 += delta9_1 * K2_4;
          s142 += delta9_2 * K2_4;
        }
        const i24 = i * 24;
        delta11[k192 + i24 + j + 12] = s111;
        delta11[k192 + i24 + j + 36] = s112;
        delta11[k192 + i24 + j + 13] = s121;
        delta11[k192 + i24 + j + 37] = s122;
        delta11[k192 + i24 + j + 14] = s131;
        delta11[k192 + i24 + j + 38] = s132;
        delta11[k192 + i24 + j + 15] = s141;
        delta11[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dQ2 = Σn layerNorm3' * delta11   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta11_1 = delta11[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta11_2 = delta11[k192 + q24 + j + 1];
          const delta11_3 = delta11[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta11_1 * layerNorm3_1;
          s12 += delta11_2 * layerNorm3_1;
          s13 += delta11_3 * layerNorm3_1;
          s21 += delta11_1 * layerNorm3_2;
          s22 += delta11_2 * layerNorm3_2;
          s23 += delta11_3 * layerNorm3_2;
          s31 += delta11_1 * layerNorm3_3;
          s32 += delta11_2 * layerNorm3_3;
          s33 += delta11_3 * layerNorm3_3;
        }
      }
      dQ2[i24 + j] += s11;
      dQ2[i24 + j + 1] += s12;
      dQ2[i24 + j + 2] += s13;
      dQ2[i24_2 + j] += s21;
      dQ2[i24_2 + j + 1] += s22;
      dQ2[i24_2 + j + 2] += s23;
      dQ2[i24_3 + j] += s31;
      dQ2[i24_3 + j + 1] += s32;
      dQ2[i24_3 + j + 2] += s33;
    }
  }

  // delta12 = concat(delta10' * Q2_2[:, 1:12], delta9' * Q2_2[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]' with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta10_1 = delta10[k64_2 + q8 + i];
          const q24 = q * 24;
          const Q2_1 = Q2_2[k192 + q24 + j];
          const delta10_2 = delta10[k64_2 + q8 + i + 1];
          const Q2_2_2 = Q2_2[k192 + q24 + j + 1];
          const Q2_3 = Q2_2[k192 + q24 + j + 2];
          const Q2_4 = Q2_2[k192 + q24 + j + 3];
          s111 += delta10_1 * Q2_1;
          s112 += delta10_2 * Q2_1;
          s121 += delta10_1 * Q2_2_2;
          s122 += delta10_2 * Q2_2_2;
          s131 += delta10_1 * Q2_3;
          s132 += delta10_2 * Q2_3;
          s141 += delta10_1 * Q2_4;
          s142 += delta10_2 * Q2_4;
        }
        const i24 = i * 24;
        delta12[k192 + i24 + j] = s111;
        delta12[k192 + i24 + j + 24] = s112;
        delta12[k192 + i24 + j + 1] = s121;
        delta12[k192 + i24 + j + 25] = s122;
        delta12[k192 + i24 + j + 2] = s131;
        delta12[k192 + i24 + j + 26] = s132;
        delta12[k192 + i24 + j + 3] = s141;
        delta12[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta9_1 = delta9[k64_2 + q8 + i];
          const q24 = q * 24;
          const Q2_1 = Q2_2[k192 + q24 + j + 12];
          const delta9_2 = delta9[k64_2 + q8 + i + 1];
          const Q2_2_2 = Q2_2[k192 + q24 + j + 13];
          const Q2_3 = Q2_2[k192 + q24 + j + 14];
          const Q2_4 = Q2_2[k192 + q24 + j + 15];
          s111 += delta9_1 * Q2_1;
          s112 += delta9_2 * Q2_1;
          s121 += delta9_1 * Q2_2_2;
          s122 += delta9_2 * Q2_2_2;
          s131 += delta9_1 * Q2_3;
          s132 += delta9_2 * Q2_3;
          s141 += delta9_1 * Q2_4;
          s142 += delta9_2 * Q2_4;
        }
        const i24 = i * 24;
        delta12[k192 + i24 + j + 12] = s111;
        delta12[k192 + i24 + j + 36] = s112;
        delta12[k192 + i24 + j + 13] = s121;
        delta12[k192 + i24 + j + 37] = s122;
        delta12[k192 + i24 + j + 14] = s131;
        delta12[k192 + i24 + j + 38] = s132;
        delta12[k192 + i24 + j + 15] = s141;
        delta12[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dK2 = Σn layerNorm3' * delta12   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta12_1 = delta12[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta12_2 = delta12[k192 + q24 + j + 1];
          const delta12_3 = delta12[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta12_1 * layerNorm3_1;
          s12 += delta12_2 * layerNorm3_1;
          s13 += delta12_3 * layerNorm3_1;
          s21 += delta12_1 * layerNorm3_2;
          s22 += delta12_2 * layerNorm3_2;
          s23 += delta12_3 * layerNorm3_2;
          s31 += delta12_1 * layerNorm3_3;
          s32 += delta12_2 * layerNorm3_3;
          s33 += delta12_3 * layerNorm3_3;
        }
      }
      dK2[i24 + j] += s11;
      dK2[i24 + j + 1] += s12;
      dK2[i24 + j + 2] += s13;
      dK2[i24_2 + j] += s21;
      dK2[i24_2 + j + 1] += s22;
      dK2[i24_2 + j + 2] += s23;
      dK2[i24_3 + j] += s31;
      dK2[i24_3 + j + 1] += s32;
      dK2[i24_3 + j + 2] += s33;
    }
  }

  // delta13 = delta8 * V2' + 0.2886751345948129 * (delta12 * K2') + 0.2886751345948129 * (delta11 * Q2')   [sum over every use of the value: layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2 with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2): the other matrix transposed, times the cotangent; line 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const delta8_1 = delta8[k192 + i24 + q];
          const V2_1 = V2[j24 + q];
          const V2_2_2 = V2[j24_2 + q];
          const V2_3 = V2[j24_3 + q];
          const delta8_2 = delta8[k192_2 + i24 + q];
          const delta8_3 = delta8[k192_3 + i24 + q];
          s111 += delta8_1 * V2_1;
          s112 += delta8_1 * V2_2_2;
          s113 += delta8_1 * V2_3;
          s121 += delta8_2 * V2_1;
          s122 += delta8_2 * V2_2_2;
          s123 += delta8_2 * V2_3;
          s131 += delta8_3 * V2_1;
          s132 += delta8_3 * V2_2_2;
          s133 += delta8_3 * V2_3;
        }
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0, s131_2 = 0, s132_2 = 0, s133_2 = 0;
        for (let q = 0; q < 24; q++) {
          const delta12_1 = delta12[k192 + i24 + q];
          const K2_1 = K2[j24 + q];
          const K2_2_2 = K2[j24_2 + q];
          const K2_3 = K2[j24_3 + q];
          const delta12_2 = delta12[k192_2 + i24 + q];
          const delta12_3 = delta12[k192_3 + i24 + q];
          s111_2 += delta12_1 * K2_1;
          s112_2 += delta12_1 * K2_2_2;
          s113_2 += delta12_1 * K2_3;
          s121_2 += delta12_2 * K2_1;
          s122_2 += delta12_2 * K2_2_2;
          s123_2 += delta12_2 * K2_3;
          s131_2 += delta12_3 * K2_1;
          s132_2 += delta12_3 * K2_2_2;
          s133_2 += delta12_3 * K2_3;
        }
        let s111_3 = 0, s112_3 = 0, s113_3 = 0, s121_3 = 0, s122_3 = 0, s123_3 = 0, s131_3 = 0, s132_3 = 0, s133_3 = 0;
        for (let q = 0; q < 24; q++) {
          const delta11_1 = delta11[k192 + i24 + q];
          const Q2_1 = Q2[j24 + q];
          const Q2_2_2 = Q2[j24_2 + q];
          const Q2_3 = Q2[j24_3 + q];
          const delta11_2 = delta11[k192_2 + i24 + q];
          const delta11_3 = delta11[k192_3 + i24 + q];
          s111_3 += delta11_1 * Q2_1;
          s112_3 += delta11_1 * Q2_2_2;
          s113_3 += delta11_1 * Q2_3;
          s121_3 += delta11_2 * Q2_1;
          s122_3 += delta11_2 * Q2_2_2;
          s123_3 += delta11_2 * Q2_3;
          s131_3 += delta11_3 * Q2_1;
          s132_3 += delta11_3 * Q2_2_2;
          s133_3 += delta11_3 * Q2_3;
        }
        delta13[k192 + i24 + j] = s111 + 0.2886751345948129 * s111_2 + 0.2886751345948129 * s111_3;
        delta13[k192 + i24 + j + 1] = s112 + 0.2886751345948129 * s112_2 + 0.2886751345948129 * s112_3;
        delta13[k192 + i24 + j + 2] = s113 + 0.2886751345948129 * s113_2 + 0.2886751345948129 * s113_3;
        delta13[k192_2 + i24 + j] = s121 + 0.2886751345948129 * s121_2 + 0.2886751345948129 * s121_3;
        delta13[k192_2 + i24 + j + 1] = s122 + 0.2886751345948129 * s122_2 + 0.2886751345948129 * s122_3;
        delta13[k192_2 + i24 + j + 2] = s123 + 0.2886751345948129 * s123_2 + 0.2886751345948129 * s123_3;
        delta13[k192_3 + i24 + j] = s131 + 0.2886751345948129 * s131_2 + 0.2886751345948129 * s131_3;
        delta13[k192_3 + i24 + j + 1] = s132 + 0.2886751345948129 * s132_2 + 0.2886751345948129 * s132_3;
        delta13[k192_3 + i24 + j + 2] = s133 + 0.2886751345948129 * s133_2 + 0.2886751345948129 * s133_3;
      }
    }
  }

  // sum23 = sum(delta13, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += delta13[k192 + i24 + j];
        s12 += delta13[k192_2 + i24 + j];
        s13 += delta13[k192_3 + i24 + j];
        s14 += delta13[k192_4 + i24 + j];
        s15 += delta13[k192_5 + i24 + j];
        s16 += delta13[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum23[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum23[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum23[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum23[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum23[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum23[k8_7 + i] = s16;
    }
  }

  // sum24 = sum(delta13 .* layerNorm3, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta13[k192 + i24 + j] * layerNorm3[k192 + i24 + j];
        s12 += delta13[k192_2 + i24 + j] * layerNorm3[k192_2 + i24 + j];
        s13 += delta13[k192_3 + i24 + j] * layerNorm3[k192_3 + i24 + j];
        s14 += delta13[k192_4 + i24 + j] * layerNorm3[k192_4 + i24 + j];
        s15 += delta13[k192_5 + i24 + j] * layerNorm3[k192_5 + i24 + j];
      }
      const k8_2 = k * 8;
      sum24[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum24[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum24[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum24[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum24[k8_6 + i] = s15;
    }
  }
}

/** A part of `gradient`: delta14, grad_B1, delta15, grad_A1, delta16, sum25, sum26 and 10 more. */
function gradientPart6(params: Parameters, into: Gradients, size: number): void {
  const { B1, A1 } = params;

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta14 = delta5 + (delta13 - 1/24 * reshape(sum23, [8, 1]) - 1/24 * (layerNorm3 .* reshape(sum24, [8, 1]))) ./ sqrt3   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum23[k8 + i];
      const t2 = sum24[k8 + i];
      const t3 = sqrt3[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta14[k192 + i24 + j] = delta5[k192 + i24 + j] + (delta13[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm3[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // dB1 = Σn delta14' * relu3   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 24; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        const k384 = k * 384;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta14_1 = delta14[k192_2 + q24 + i];
          const q48 = q * 48;
          const relu_1 = relu3[k384 + q48 + j];
          const relu_2 = relu3[k384 + q48 + j + 1];
          const relu_3 = relu3[k384 + q48 + j + 2];
          const delta14_2 = delta14[k192_2 + q24 + i + 1];
          const delta14_3 = delta14[k192_2 + q24 + i + 2];
          s11 += delta14_1 * relu_1;
          s12 += delta14_1 * relu_2;
          s13 += delta14_1 * relu_3;
          s21 += delta14_2 * relu_1;
          s22 += delta14_2 * relu_2;
          s23 += delta14_2 * relu_3;
          s31 += delta14_3 * relu_1;
          s32 += delta14_3 * relu_2;
          s33 += delta14_3 * relu_3;
        }
      }
      into.B1[i48 + j] += s11;
      into.B1[i48 + j + 1] += s12;
      into.B1[i48 + j + 2] += s13;
      into.B1[i48_2 + j] += s21;
      into.B1[i48_2 + j + 1] += s22;
      into.B1[i48_2 + j + 2] += s23;
      into.B1[i48_3 + j] += s31;
      into.B1[i48_3 + j + 1] += s32;
      into.B1[i48_3 + j + 2] += s33;
    }
  }

  // delta15 = relu3 > 0 ? delta14 * B1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const delta14_1 = delta14[k192_2 + i24 + q];
          const q48 = q * 48;
          const B1_1 = B1[q48 + j];
          const B1_2 = B1[q48 + j + 1];
          const B1_3 = B1[q48 + j + 2];
          const delta14_2 = delta14[k192_3 + i24 + q];
          const delta14_3 = delta14[k192_4 + i24 + q];
          s111 += delta14_1 * B1_1;
          s112 += delta14_1 * B1_2;
          s113 += delta14_1 * B1_3;
          s121 += delta14_2 * B1_1;
          s122 += delta14_2 * B1_2;
          s123 += delta14_2 * B1_3;
          s131 += delta14_3 * B1_1;
          s132 += delta14_3 * B1_2;
          s133 += delta14_3 * B1_3;
        }
        delta15[k384 + i48 + j] = relu3[k384 + i48 + j] > 0 ? s111 : 0;
        delta15[k384 + i48 + j + 1] = relu3[k384 + i48 + j + 1] > 0 ? s112 : 0;
        delta15[k384 + i48 + j + 2] = relu3[k384 + i48 + j + 2] > 0 ? s113 : 0;
        delta15[k384_2 + i48 + j] = relu3[k384_2 + i48 + j] > 0 ? s121 : 0;
        delta15[k384_2 + i48 + j + 1] = relu3[k384_2 + i48 + j + 1] > 0 ? s122 : 0;
        delta15[k384_2 + i48 + j + 2] = relu3[k384_2 + i48 + j + 2] > 0 ? s123 : 0;
        delta15[k384_3 + i48 + j] = relu3[k384_3 + i48 + j] > 0 ? s131 : 0;
        delta15[k384_3 + i48 + j + 1] = relu3[k384_3 + i48 + j + 1] > 0 ? s132 : 0;
        delta15[k384_3 + i48 + j + 2] = relu3[k384_3 + i48 + j + 2] > 0 ? s133 : 0;
      }
    }
  }

  // dA1 = Σn delta15' * layerNorm2_2   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 48; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k384 = k * 384;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q48 = q * 48;
          const delta15_1 = delta15[k384 + q48 + i];
          const q24 = q * 24;
          const layerNorm2_1 = layerNorm2_2[k192_2 + q24 + j];
          const layerNorm2_2_2 = layerNorm2_2[k192_2 + q24 + j + 1];
          const layerNorm2_3 = layerNorm2_2[k192_2 + q24 + j + 2];
          const delta15_2 = delta15[k384 + q48 + i + 1];
          const delta15_3 = delta15[k384 + q48 + i + 2];
          s11 += delta15_1 * layerNorm2_1;
          s12 += delta15_1 * layerNorm2_2_2;
          s13 += delta15_1 * layerNorm2_3;
          s21 += delta15_2 * layerNorm2_1;
          s22 += delta15_2 * layerNorm2_2_2;
          s23 += delta15_2 * layerNorm2_3;
          s31 += delta15_3 * layerNorm2_1;
          s32 += delta15_3 * layerNorm2_2_2;
          s33 += delta15_3 * layerNorm2_3;
        }
      }
      into.A1[i24 + j] += s11;
      into.A1[i24 + j + 1] += s12;
      into.A1[i24 + j + 2] += s13;
      into.A1[i24_2 + j] += s21;
      into.A1[i24_2 + j + 1] += s22;
      into.A1[i24_2 + j + 2] += s23;
      into.A1[i24_3 + j] += s31;
      into.A1[i24_3 + j + 1] += s32;
      into.A1[i24_3 + j + 2] += s33;
    }
  }

  // delta16 = delta15 * A1   [line 22]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 48; q++) {
          const delta15_1 = delta15[k384 + i48 + q];
          const q24 = q * 24;
          const A1_1 = A1[q24 + j];
          const A1_2 = A1[q24 + j + 1];
          const A1_3 = A1[q24 + j + 2];
          const delta15_2 = delta15[k384_2 + i48 + q];
          const delta15_3 = delta15[k384_3 + i48 + q];
          s111 += delta15_1 * A1_1;
          s112 += delta15_1 * A1_2;
          s113 += delta15_1 * A1_3;
          s121 += delta15_2 * A1_1;
          s122 += delta15_2 * A1_2;
          s123 += delta15_2 * A1_3;
          s131 += delta15_3 * A1_1;
          s132 += delta15_3 * A1_2;
          s133 += delta15_3 * A1_3;
        }
        delta16[k192_2 + i24 + j] = s111;
        delta16[k192_2 + i24 + j + 1] = s112;
        delta16[k192_2 + i24 + j + 2] = s113;
        delta16[k192_3 + i24 + j] = s121;
        delta16[k192_3 + i24 + j + 1] = s122;
        delta16[k192_3 + i24 + j + 2] = s123;
        delta16[k192_4 + i24 + j] = s131;
        delta16[k192_4 + i24 + j + 1] = s132;
        delta16[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum25 = delta15 * sum(A1, 2)
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k384_4 = k384 + 1152;
      const k384_5 = k384 + 1536;
      const k384_6 = k384 + 1920;
      for (let j = 0; j < 48; j++) {
        const delta15_1 = delta15[k384 + i48 + j];
        const j24 = j * 24;
        const delta15_2 = delta15[k384_2 + i48 + j];
        const delta15_3 = delta15[k384_3 + i48 + j];
        const delta15_4 = delta15[k384_4 + i48 + j];
        const delta15_5 = delta15[k384_5 + i48 + j];
        const delta15_6 = delta15[k384_6 + i48 + j];
        for (let q = 0; q < 24; q++) {
          const A1_1 = A1[j24 + q];
          s11 += delta15_1 * A1_1;
          s12 += delta15_2 * A1_1;
          s13 += delta15_3 * A1_1;
          s14 += delta15_4 * A1_1;
          s15 += delta15_5 * A1_1;
          s16 += delta15_6 * A1_1;
        }
      }
      const k8_2 = k * 8;
      sum25[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum25[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum25[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum25[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum25[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum25[k8_7 + i] = s16;
    }
  }

  // sum26 = sum(delta16 .* layerNorm2_2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta16[k192_2 + i24 + j] * layerNorm2_2[k192_2 + i24 + j];
        s12 += delta16[k192_3 + i24 + j] * layerNorm2_2[k192_3 + i24 + j];
        s13 += delta16[k192_4 + i24 + j] * layerNorm2_2[k192_4 + i24 + j];
        s14 += delta16[k192_5 + i24 + j] * layerNorm2_2[k192_5 + i24 + j];
        s15 += delta16[k192_6 + i24 + j] * layerNorm2_2[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum26[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum26[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum26[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum26[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum26[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta17 = delta14 + (delta16 - 1/24 * reshape(sum25, [8, 1]) - 1/24 * (layerNorm2_2 .* reshape(sum26, [8, 1]))) ./ sqrt2_2   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 21]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum25[k8 + i];
      const t2 = sum26[k8 + i];
      const t3 = sqrt2_2[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta17[k192 + i24 + j] = delta14[k192 + i24 + j] + (delta16[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm2_2[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // delta18 = delta17[:, 13:24] * V[:, 13:24]'   [concat(zeros(8, 12), softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta17_1 = delta17[k192_2 + i24 + q + 12];
          const V_1 = V[k192_2 + j24 + q + 12];
          const delta17_2 = delta17[k192_2 + i24 + q + 36];
          const V_2 = V[k192_2 + j24 + q + 36];
          const V_3 = V[k192_2 + j24 + q + 60];
          const V_4 = V[k192_2 + j24 + q + 84];
          s111 += delta17_1 * V_1;
          s112 += delta17_2 * V_1;
          s121 += delta17_1 * V_2;
          s122 += delta17_2 * V_2;
          s131 += delta17_1 * V_3;
          s132 += delta17_2 * V_3;
          s141 += delta17_1 * V_4;
          s142 += delta17_2 * V_4;
        }
        const i8 = i * 8;
        delta18[k64 + i8 + j] = s111;
        delta18[k64 + i8 + j + 8] = s112;
        delta18[k64 + i8 + j + 1] = s121;
        delta18[k64 + i8 + j + 9] = s122;
        delta18[k64 + i8 + j + 2] = s131;
        delta18[k64 + i8 + j + 10] = s132;
        delta18[k64 + i8 + j + 3] = s141;
        delta18[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta19 = delta17[:, 1:12] * V[:, 1:12]'   [concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], zeros(8, 12)) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta17_1 = delta17[k192_2 + i24 + q];
          const V_1 = V[k192_2 + j24 + q];
          const delta17_2 = delta17[k192_2 + i24 + q + 24];
          const V_2 = V[k192_2 + j24 + q + 24];
          const V_3 = V[k192_2 + j24 + q + 48];
          const V_4 = V[k192_2 + j24 + q + 72];
          s111 += delta17_1 * V_1;
          s112 += delta17_2 * V_1;
          s121 += delta17_1 * V_2;
          s122 += delta17_2 * V_2;
          s131 += delta17_1 * V_3;
          s132 += delta17_2 * V_3;
          s141 += delta17_1 * V_4;
          s142 += delta17_2 * V_4;
        }
        const i8 = i * 8;
        delta19[k64 + i8 + j] = s111;
        delta19[k64 + i8 + j + 8] = s112;
        delta19[k64 + i8 + j + 1] = s121;
        delta19[k64 + i8 + j + 9] = s122;
        delta19[k64 + i8 + j + 2] = s131;
        delta19[k64 + i8 + j + 10] = s132;
        delta19[k64 + i8 + j + 3] = s141;
        delta19[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta20 = concat(softmax2' * delta17[:, 1:12], softmax2_2' * delta17[:, 13:24])   [sum over every use of the value: concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], zeros(8, 12)) with respect to layerNorm(E[x, :] + P, 2) * V1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta17_1 = delta17[k192_2 + q24 + j];
          const q8 = q * 8;
          const softmax_1 = softmax2[k64 + q8 + i];
          const softmax_2 = softmax2[k64 + q8 + i + 1];
          const delta17_2 = delta17[k192_2 + q24 + j + 1];
          const delta17_3 = delta17[k192_2 + q24 + j + 2];
          const delta17_4 = delta17[k192_2 + q24 + j + 3];
          s111 += delta17_1 * softmax_1;
          s112 += delta17_1 * softmax_2;
          s121 += delta17_2 * softmax_1;
          s122 += delta17_2 * softmax_2;
          s131 += delta17_3 * softmax_1;
          s132 += delta17_3 * softmax_2;
          s141 += delta17_4 * softmax_1;
          s142 += delta17_4 * softmax_2;
        }
        const i24 = i * 24;
        delta20[k192_2 + i24 + j] = s111;
        delta20[k192_2 + i24 + j + 24] = s112;
        delta20[k192_2 + i24 + j + 1] = s121;
        delta20[k192_2 + i24 + j + 25] = s122;
        delta20[k192_2 + i24 + j + 2] = s131;
        delta20[k192_2 + i24 + j + 26] = s132;
        delta20[k192_2 + i24 + j + 3] = s141;
        delta20[k192_2 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta17_1 = delta17[k192_2 + q24 + j + 12];
          const q8 = q * 8;
          const softmax2_1 = softmax2_2[k64 + q8 + i];
          const softmax2_2_2 = softmax2_2[k64 + q8 + i + 1];
          const delta17_2 = delta17[k192_2 + q24 + j + 13];
          const delta17_3 = delta17[k192_2 + q24 + j + 14];
          const delta17_4 = delta17[k192_2 + q24 + j + 15];
          s111 += delta17_1 * softmax2_1;
          s112 += delta17_1 * softmax2_2_2;
          s121 += delta17_2 * softmax2_1;
          s122 += delta17_2 * softmax2_2_2;
          s131 += delta17_3 * softmax2_1;
          s132 += delta17_3 * softmax2_2_2;
          s141 += delta17_4 * softmax2_1;
          s142 += delta17_4 * softmax2_2_2;
        }
        const i24 = i * 24;
        delta20[k192_2 + i24 + j + 12] = s111;
        delta20[k192_2 + i24 + j + 36] = s112;
        delta20[k192_2 + i24 + j + 13] = s121;
        delta20[k192_2 + i24 + j + 37] = s122;
        delta20[k192_2 + i24 + j + 14] = s131;
        delta20[k192_2 + i24 + j + 38] = s132;
        delta20[k192_2 + i24 + j + 15] = s141;
        delta20[k192_2 + i24 + j + 39] = s142;
      }
    }
  }

  // dV1 = Σn layerNorm2' * delta20   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta20_1 = delta20[k192_2 + q24 + j];
          const layerNorm_1 = layerNorm2[k192_2 + q24 + i];
          const delta20_2 = delta20[k192_2 + q24 + j + 1];
          const delta20_3 = delta20[k192_2 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_2 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192_2 + q24 + i + 2];
          s11 += delta20_1 * layerNorm_1;
          s12 += delta20_2 * layerNorm_1;
          s13 += delta20_3 * layerNorm_1;
          s21 += delta20_1 * layerNorm_2;
          s22 += delta20_2 * layerNorm_2;
          s23 += delta20_3 * layerNorm_2;
          s31 += delta20_1 * layerNorm_3;
          s32 += delta20_2 * layerNorm_3;
          s33 += delta20_3 * layerNorm_3;
        }
      }
      into.V1[i24 + j] += s11;
      into.V1[i24 + j + 1] += s12;
      into.V1[i24 + j + 2] += s13;
      into.V1[i24_2 + j] += s21;
      into.V1[i24_2 + j + 1] += s22;
      into.V1[i24_2 + j + 2] += s23;
      into.V1[i24_3 + j] += s31;
      into.V1[i24_3 + j + 1] += s32;
      into.V1[i24_3 + j + 2] += s33;
    }
  }

  // sum27 = sum(delta18 .* softmax2_2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta18[k64 + i8 + j] * softmax2_2[k64 + i8 + j];
        s12 += delta18[k64_2 + i8 + j] * softmax2_2[k64_2 + i8 + j];
        s13 += delta18[k64_3 + i8 + j] * softmax2_2[k64_3 + i8 + j];
        s14 += delta18[k64_4 + i8 + j] * softmax2_2[k64_4 + i8 + j];
        s15 += delta18[k64_5 + i8 + j] * softmax2_2[k64_5 + i8 + j];
      }
      const k8_2 = k * 8;
      sum27[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum27[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum27[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum27[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum27[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta21 = softmax2_2 .* (delta18 - reshape(sum27, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum27[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta21[k64 + i8 + j] = softmax2_2[k64 + i8 + j] * (delta18[k64 + i8 + j] - t);
      }
    }
  }

  // sum28 = sum(delta19 .* softmax2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta19[k64_2 + i8 + j] * softmax2[k64_2 + i8 + j];
        s12 += delta19[k64_3 + i8 + j] * softmax2[k64_3 + i8 + j];
        s13 += delta19[k64_4 + i8 + j] * softmax2[k64_4 + i8 + j];
        s14 += delta19[k64_5 + i8 + j] * softmax2[k64_5 + i8 + j];
        s15 += delta19[k64_6 + i8 + j] * softmax2[k64_6 + i8 + j];
      }
      const k8_2 = k * 8;
      sum28[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum28[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum28[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum28[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum28[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta22 = softmax2 .* (delta19 - reshape(sum28, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum28[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta22[k64 + i8 + j] = softmax2[k64 + i8 + j] * (delta19[k64 + i8 + j] - t);
      }
    }
  }

  // delta23 = concat(delta22 * K[:, 1:12], delta21 * K[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]' with respect to layerNorm(E[x, :] + P, 2) * Q1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta22_1 = delta22[k64_2 + i8 + q];
          const q24 = q * 24;
          const K_1 = K[k192_2 + q24 + j];
          const delta22_2 = delta22[k64_2 + i8 + q + 8];
          const K_2 = K[k192_2 + q24 + j + 1];
          const K_3 = K[k192_2 + q24 + j + 2];
          const K_4 = K[k192_2 + q24 + j + 3];
          s111 += delta22_1 * K_1;
          s112 += delta22_2 * K_1;
          s121 += delta22_1 * K_2;
          s122 += delta22_2 * K_2;
          s131 += delta22_1 * K_3;
          s132 += delta22_2 * K_3;
          s141 += delta22_1 * K_4;
          s142 += delta22_2 * K_4;
        }
        const i24 = i * 24;
        delta23[k192_2 + i24 + j] = s111;
        delta23[k192_2 + i24 + j + 24] = s112;
        delta23[k192_2 + i24 + j + 1] = s121;
        delta23[k192_2 + i24 + j + 25] = s122;
        delta23[k192_2 + i24 + j + 2] = s131;
        delta23[k192_2 + i24 + j + 26] = s132;
        delta23[k192_2 + i24 + j + 3] = s141;
        delta23[k192_2 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta21_1 = delta21[k64_2 + i8 + q];
          const q24 = q * 24;
          const K_1 = K[k192_2 + q24 + j + 12];
          const delta21_2 = delta21[k64_2 + i8 + q + 8];
          const K_2 = K[k192_2 + q24 + j + 13];
          const K_3 = K[k192_2 + q24 + j + 14];
          const K_4 = K[k192_2 + q24 + j + 15];
          s111 += delta21_1 * K_1;
          s112 += delta21_2 * K_1;
          s121 += delta21_1 * K_2;
          s122 += delta21_2 * K_2;
          s131 += delta21_1 * K_3;
          s132 += delta21_2 * K_3;
          s141 += delta21_1 * K_4;
          s142 += delta21_2 * K_4;
        }
        const i24 = i * 24;
        delta23[k192_2 + i24 + j + 12] = s111;
        delta23[k192_2 + i24 + j + 36] = s112;
        delta23[k192_2 + i24 + j + 13] = s121;
        delta23[k192_2 + i24 + j + 37] = s122;
        delta23[k192_2 + i24 + j + 14] = s131;
        delta23[k192_2 + i24 + j + 38] = s132;
        delta23[k192_2 + i24 + j + 15] = s141;
        delta23[k192_2 + i24 + j + 39] = s142;
      }
    }
  }
}

/** A part of `gradient`: dQ1, delta24, dK1, delta25, sum29, sum30, delta26 and 2 more. */
function gradientPart7(params: Parameters, data: Examples, into: Gradients, size: number): void {
  const { V1, K1, Q1 } = params;
  const { x } = data.columns;

  // dQ1 = Σn layerNorm2' * delta23   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta23_1 = delta23[k192 + q24 + j];
          const layerNorm_1 = layerNorm2[k192 + q24 + i];
          const delta23_2 = delta23[k192 + q24 + j + 1];
          const delta23_3 = delta23[k192 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192 + q24 + i + 2];
          s11 += delta23_1 * layerNorm_1;
          s12 += delta23_2 * layerNorm_1;
          s13 += delta23_3 * layerNorm_1;
          s21 += delta23_1 * layerNorm_2;
          s22 += delta23_2 * layerNorm_2;
          s23 += delta23_3 * layerNorm_2;
          s31 += delta23_1 * layerNorm_3;
          s32 += delta23_2 * layerNorm_3;
          s33 += delta23_3 * layerNorm_3;
        }
      }
      dQ1[i24 + j] += s11;
      dQ1[i24 + j + 1] += s12;
      dQ1[i24 + j + 2] += s13;
      dQ1[i24_2 + j] += s21;
      dQ1[i24_2 + j + 1] += s22;
      dQ1[i24_2 + j + 2] += s23;
      dQ1[i24_3 + j] += s31;
      dQ1[i24_3 + j + 1] += s32;
      dQ1[i24_3 + j + 2] += s33;
    }
  }

  // delta24 = concat(delta22' * Q[:, 1:12], delta21' * Q[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]' with respect to layerNorm(E[x, :] + P, 2) * K1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta22_1 = delta22[k64 + q8 + i];
          const q24 = q * 24;
          const Q_1 = Q[k192 + q24 + j];
          const delta22_2 = delta22[k64 + q8 + i + 1];
          const Q_2 = Q[k192 + q24 + j + 1];
          const Q_3 = Q[k192 + q24 + j + 2];
          const Q_4 = Q[k192 + q24 + j + 3];
          s111 += delta22_1 * Q_1;
          s112 += delta22_2 * Q_1;
          s121 += delta22_1 * Q_2;
          s122 += delta22_2 * Q_2;
          s131 += delta22_1 * Q_3;
          s132 += delta22_2 * Q_3;
          s141 += delta22_1 * Q_4;
          s142 += delta22_2 * Q_4;
        }
        const i24 = i * 24;
        delta24[k192 + i24 + j] = s111;
        delta24[k192 + i24 + j + 24] = s112;
        delta24[k192 + i24 + j + 1] = s121;
        delta24[k192 + i24 + j + 25] = s122;
        delta24[k192 + i24 + j + 2] = s131;
        delta24[k192 + i24 + j + 26] = s132;
        delta24[k192 + i24 + j + 3] = s141;
        delta24[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta21_1 = delta21[k64 + q8 + i];
          const q24 = q * 24;
          const Q_1 = Q[k192 + q24 + j + 12];
          const delta21_2 = delta21[k64 + q8 + i + 1];
          const Q_2 = Q[k192 + q24 + j + 13];
          const Q_3 = Q[k192 + q24 + j + 14];
          const Q_4 = Q[k192 + q24 + j + 15];
          s111 += delta21_1 * Q_1;
          s112 += delta21_2 * Q_1;
          s121 += delta21_1 * Q_2;
          s122 += delta21_2 * Q_2;
          s131 += delta21_1 * Q_3;
          s132 += delta21_2 * Q_3;
          s141 += delta21_1 * Q_4;
          s142 += delta21_2 * Q_4;
        }
        const i24 = i * 24;
        delta24[k192 + i24 + j + 12] = s111;
        delta24[k192 + i24 + j + 36] = s112;
        delta24[k192 + i24 + j + 13] = s121;
        delta24[k192 + i24 + j + 37] = s122;
        delta24[k192 + i24 + j + 14] = s131;
        delta24[k192 + i24 + j + 38] = s132;
        delta24[k192 + i24 + j + 15] = s141;
        delta24[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dK1 = Σn layerNorm2' * delta24   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta24_1 = delta24[k192 + q24 + j];
          const layerNorm_1 = layerNorm2[k192 + q24 + i];
          const delta24_2 = delta24[k192 + q24 + j + 1];
          const delta24_3 = delta24[k192 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192 + q24 + i + 2];
          s11 += delta24_1 * layerNorm_1;
          s12 += delta24_2 * layerNorm_1;
          s13 += delta24_3 * layerNorm_1;
          s21 += delta24_1 * layerNorm_2;
          s22 += delta24_2 * layerNorm_2;
          s23 += delta24_3 * layerNorm_2;
          s31 += delta24_1 * layerNorm_3;
          s32 += delta24_2 * layerNorm_3;
          s33 += delta24_3 * layerNorm_3;
        }
      }
      dK1[i24 + j] += s11;
      dK1[i24 + j + 1] += s12;
      dK1[i24 + j + 2] += s13;
      dK1[i24_2 + j] += s21;
      dK1[i24_2 + j + 1] += s22;
      dK1[i24_2 + j + 2] += s23;
      dK1[i24_3 + j] += s31;
      dK1[i24_3 + j + 1] += s32;
      dK1[i24_3 + j + 2] += s33;
    }
  }

  // delta25 = delta20 * V1' + 0.2886751345948129 * (delta24 * K1') + 0.2886751345948129 * (delta23 * Q1')   [sum over every use of the value: layerNorm(E[x, :] + P, 2) * Q1 with respect to layerNorm(E[x, :] + P, 2): the other matrix transposed, times the cotangent; line 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const delta20_1 = delta20[k192 + i24 + q];
          const V1_1 = V1[j24 + q];
          const V1_2 = V1[j24_2 + q];
          const V1_3 = V1[j24_3 + q];
          const delta20_2 = delta20[k192_2 + i24 + q];
          const delta20_3 = delta20[k192_3 + i24 + q];
          s111 += delta20_1 * V1_1;
          s112 += delta20_1 * V1_2;
          s113 += delta20_1 * V1_3;
          s121 += delta20_2 * V1_1;
          s122 += delta20_2 * V1_2;
          s123 += delta20_2 * V1_3;
          s131 += delta20_3 * V1_1;
          s132 += delta20_3 * V1_2;
          s133 += delta20_3 * V1_3;
        }
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0, s131_2 = 0, s132_2 = 0, s133_2 = 0;
        for (let q = 0; q < 24; q++) {
          const delta24_1 = delta24[k192 + i24 + q];
          const K1_1 = K1[j24 + q];
          const K1_2 = K1[j24_2 + q];
          const K1_3 = K1[j24_3 + q];
          const delta24_2 = delta24[k192_2 + i24 + q];
          const delta24_3 = delta24[k192_3 + i24 + q];
          s111_2 += delta24_1 * K1_1;
          s112_2 += delta24_1 * K1_2;
          s113_2 += delta24_1 * K1_3;
          s121_2 += delta24_2 * K1_1;
          s122_2 += delta24_2 * K1_2;
          s123_2 += delta24_2 * K1_3;
          s131_2 += delta24_3 * K1_1;
          s132_2 += delta24_3 * K1_2;
          s133_2 += delta24_3 * K1_3;
        }
        let s111_3 = 0, s112_3 = 0, s113_3 = 0, s121_3 = 0, s122_3 = 0, s123_3 = 0, s131_3 = 0, s132_3 = 0, s133_3 = 0;
        for (let q = 0; q < 24; q++) {
          const delta23_1 = delta23[k192 + i24 + q];
          const Q1_1 = Q1[j24 + q];
          const Q1_2 = Q1[j24_2 + q];
          const Q1_3 = Q1[j24_3 + q];
          const delta23_2 = delta23[k192_2 + i24 + q];
          const delta23_3 = delta23[k192_3 + i24 + q];
          s111_3 += delta23_1 * Q1_1;
          s112_3 += delta23_1 * Q1_2;
          s113_3 += delta23_1 * Q1_3;
          s121_3 += delta23_2 * Q1_1;
          s122_3 += delta23_2 * Q1_2;
          s123_3 += delta23_2 * Q1_3;
          s131_3 += delta23_3 * Q1_1;
          s132_3 += delta23_3 * Q1_2;
          s133_3 += delta23_3 * Q1_3;
        }
        delta25[k192 + i24 + j] = s111 + 0.2886751345948129 * s111_2 + 0.2886751345948129 * s111_3;
        delta25[k192 + i24 + j + 1] = s112 + 0.2886751345948129 * s112_2 + 0.2886751345948129 * s112_3;
        delta25[k192 + i24 + j + 2] = s113 + 0.2886751345948129 * s113_2 + 0.2886751345948129 * s113_3;
        delta25[k192_2 + i24 + j] = s121 + 0.2886751345948129 * s121_2 + 0.2886751345948129 * s121_3;
        delta25[k192_2 + i24 + j + 1] = s122 + 0.2886751345948129 * s122_2 + 0.2886751345948129 * s122_3;
        delta25[k192_2 + i24 + j + 2] = s123 + 0.2886751345948129 * s123_2 + 0.2886751345948129 * s123_3;
        delta25[k192_3 + i24 + j] = s131 + 0.2886751345948129 * s131_2 + 0.2886751345948129 * s131_3;
        delta25[k192_3 + i24 + j + 1] = s132 + 0.2886751345948129 * s132_2 + 0.2886751345948129 * s132_3;
        delta25[k192_3 + i24 + j + 2] = s133 + 0.2886751345948129 * s133_2 + 0.2886751345948129 * s133_3;
      }
    }
  }

  // sum29 = sum(delta25, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += delta25[k192 + i24 + j];
        s12 += delta25[k192_2 + i24 + j];
        s13 += delta25[k192_3 + i24 + j];
        s14 += delta25[k192_4 + i24 + j];
        s15 += delta25[k192_5 + i24 + j];
        s16 += delta25[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum29[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum29[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum29[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum29[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum29[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum29[k8_6 + i] = s16;
    }
  }

  // sum30 = sum(delta25 .* layerNorm2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta25[k192 + i24 + j] * layerNorm2[k192 + i24 + j];
        s12 += delta25[k192_2 + i24 + j] * layerNorm2[k192_2 + i24 + j];
        s13 += delta25[k192_3 + i24 + j] * layerNorm2[k192_3 + i24 + j];
        s14 += delta25[k192_4 + i24 + j] * layerNorm2[k192_4 + i24 + j];
        s15 += delta25[k192_5 + i24 + j] * layerNorm2[k192_5 + i24 + j];
      }
      const k8 = k * 8;
      sum30[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum30[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum30[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum30[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum30[k8_5 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k192 = k * 192;

    // delta26 = delta17 + (delta25 - 1/24 * reshape(sum29, [8, 1]) - 1/24 * (layerNorm2 .* reshape(sum30, [8, 1]))) ./ sqrt2   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 25]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum29[k8 + i];
      const t2 = sum30[k8 + i];
      const t3 = sqrt2[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta26[k192 + i24 + j] = delta17[k192 + i24 + j] + (delta25[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm2[k192 + i24 + j] * t2)) / t3;
      }
    }

    // dE[x[i], j] += Σ n,i  delta26[i, j]   [each cotangent goes where the number was read; line 25]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const x24 = x[row8 + i] * 24;
      for (let j = 0; j < 24; j++) {
        into.E[x24 + j] += delta26[k192 + i24 + j];
      }
    }
  }

  // dP = Σn delta26   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 192; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k192_2 = k * 192;
      s1 += delta26[k192_2 + i];
      s2 += delta26[k192_2 + i + 1];
      s3 += delta26[k192_2 + i + 2];
      s4 += delta26[k192_2 + i + 3];
      s5 += delta26[k192_2 + i + 4];
      s6 += delta26[k192_2 + i + 5];
    }
    into.P[i] += s1;
    into.P[i + 1] += s2;
    into.P[i + 2] += s3;
    into.P[i + 3] += s4;
    into.P[i + 4] += s5;
    into.P[i + 5] += s6;
  }
}

/** A part of `gradient`: J, grad_Q1, grad_K1, grad_Q2, grad_K2, grad_W, loss. */
function gradientPart8(into: Gradients, m: number): void {
  // J = -0.125 * (J_sum / m)   [line 27, loss]
  into.losses[0] = -0.125 * (J_sum[0] / m);

  // dQ1 = 0.2886751345948129 * dQ1   [the mean over the batch]
  // dK1 = 0.2886751345948129 * dK1   [the mean over the batch]
  // dQ2 = 0.2886751345948129 * dQ2   [the mean over the batch]
  // dK2 = 0.2886751345948129 * dK2   [the mean over the batch]
  for (let i = 0; i < 576; i++) {
    into.Q1[i] = 0.2886751345948129 * dQ1[i];
    into.K1[i] = 0.2886751345948129 * dK1[i];
    into.Q2[i] = 0.2886751345948129 * dQ2[i];
    into.K2[i] = 0.2886751345948129 * dK2[i];
  }

  // dW = share2 * dW   [the mean over the batch]
  const t = share2[0];
  for (let i = 0; i < 240; i++) {
    into.W[i] = t * dW[i];
  }

  // loss = -0.125 * (J_sum / m)   [line 27, loss]
  total[0] = into.losses[0];
}

/** One step of training on the examples `order[from … to)`: forward, backward, update; returns the loss before the update. */
export function step(params: Parameters, state: Floats, data: Examples, clock: Clock, order: Uint32Array | undefined = undefined, from: number = 0, to: number = order === undefined ? data.size : order.length): number {
  const m = to - from;
  stepPart(clock, m);
  J_sum.fill(0);
  dW.fill(0);
  dB2.fill(0);
  dA2.fill(0);
  dV2.fill(0);
  dQ2.fill(0);
  dK2.fill(0);
  dB1.fill(0);
  dA1.fill(0);
  dV1.fill(0);
  dQ1.fill(0);
  dK1.fill(0);
  dE.fill(0);
  dP.fill(0);
  for (let first = from; first < to; first += 32) {
    const size = Math.min(32, to - first);
    for (let k = 0; k < size; k++) {
      const row = order === undefined ? first + k : order[first + k];
      rows[k] = row;
    }
    stepPart2(params, data, size);
    stepPart3(params, size);
    stepPart4(params, data, size);
    stepPart5(params, size);
    stepPart6(params, size);
    stepPart7(params, data, size);
  }
  stepPart8(params, state, m);
  return total[0];
}

/** A part of `step`: share, share2, share3, stepSize, scale, share4. */
function stepPart(clock: Clock, m: number): void {
  const { rate, t } = clock;
  const share = 1 / m;

  // share2 = 0.125 * share
  share2[0] = 0.125 * share;

  // share3 = 1/192 * share
  share3[0] = 0.005208333333333333 * share;

  // stepSize = rate / (1 - 0.9 ^ t)
  stepSize[0] = rate / (1 - Math.pow(0.9, t));

  // scale = 1 / (1 - 0.999 ^ t)
  scale[0] = 1 / (1 - Math.pow(0.999, t));

  // share4 = 0.0125 * share
  share4[0] = 0.0125 * share;
}

/** A part of `step`: X, sum, layerNorm_in, sum2, sqrt, layerNorm, Q and 20 more. */
function stepPart2(params: Parameters, data: Examples, size: number): void {
  const { E, P, Q1, K1, V1, A1, B1 } = params;
  const { x } = data.columns;

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k192 = k * 192;

    // X = E[x, :] + P   [lines 21, 22, 23]
    for (let i = 0; i < 8; i++) {
      const x24 = x[row8 + i] * 24;
      const i24 = i * 24;
      for (let j = 0; j < 24; j++) {
        X[k192 + i24 + j] = E[x24 + j] + P[i24 + j];
      }
    }
  }

  // sum2 = sum(X, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X[k192_2 + i24 + j];
        s12 += X[k192_3 + i24 + j];
        s13 += X[k192_4 + i24 + j];
        s14 += X[k192_5 + i24 + j];
        s15 += X[k192_6 + i24 + j];
        s16 += X[k192_7 + i24 + j];
      }
      const k8 = k * 8;
      sum2[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum2[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum2[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum2[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum2[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum2[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in = X - 1/24 * reshape(sum2, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in[k192 + i24 + j] = X[k192 + i24 + j] - t;
      }
    }
  }

  // sum2_2 = sum(layerNorm_in .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in_1 = layerNorm_in[k192_2 + i24 + j];
        const layerNorm_in_2 = layerNorm_in[k192_3 + i24 + j];
        const layerNorm_in_3 = layerNorm_in[k192_4 + i24 + j];
        const layerNorm_in_4 = layerNorm_in[k192_5 + i24 + j];
        const layerNorm_in_5 = layerNorm_in[k192_6 + i24 + j];
        const layerNorm_in_6 = layerNorm_in[k192_7 + i24 + j];
        s11 += layerNorm_in_1 * layerNorm_in_1;
        s12 += layerNorm_in_2 * layerNorm_in_2;
        s13 += layerNorm_in_3 * layerNorm_in_3;
        s14 += layerNorm_in_4 * layerNorm_in_4;
        s15 += layerNorm_in_5 * layerNorm_in_5;
        s16 += layerNorm_in_6 * layerNorm_in_6;
      }
      const k8_2 = k * 8;
      sum2_2[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum2_2[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum2_2[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum2_2[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum2_2[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum2_2[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2 = sqrt(1/24 * reshape(sum2_2, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2[k8 + i] = Math.sqrt(0.041666666666666664 * sum2_2[k8 + i] + 0.00001);
    }

    // layerNorm2 = layerNorm_in ./ sqrt2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2[k192 + i24 + j] = layerNorm_in[k192 + i24 + j] / t;
      }
    }
  }

  // Q = layerNorm2 * Q1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q1_1 = Q1[q24 + j];
          const Q1_2 = Q1[q24 + j + 1];
          const Q1_3 = Q1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * Q1_1;
          s112 += layerNorm_1 * Q1_2;
          s113 += layerNorm_1 * Q1_3;
          s121 += layerNorm_2 * Q1_1;
          s122 += layerNorm_2 * Q1_2;
          s123 += layerNorm_2 * Q1_3;
          s131 += layerNorm_3 * Q1_1;
          s132 += layerNorm_3 * Q1_2;
          s133 += layerNorm_3 * Q1_3;
        }
        Q[k192_2 + i24 + j] = s111;
        Q[k192_2 + i24 + j + 1] = s112;
        Q[k192_2 + i24 + j + 2] = s113;
        Q[k192_3 + i24 + j] = s121;
        Q[k192_3 + i24 + j + 1] = s122;
        Q[k192_3 + i24 + j + 2] = s123;
        Q[k192_4 + i24 + j] = s131;
        Q[k192_4 + i24 + j + 1] = s132;
        Q[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K = layerNorm2 * K1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const K1_1 = K1[q24 + j];
          const K1_2 = K1[q24 + j + 1];
          const K1_3 = K1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * K1_1;
          s112 += layerNorm_1 * K1_2;
          s113 += layerNorm_1 * K1_3;
          s121 += layerNorm_2 * K1_1;
          s122 += layerNorm_2 * K1_2;
          s123 += layerNorm_2 * K1_3;
          s131 += layerNorm_3 * K1_1;
          s132 += layerNorm_3 * K1_2;
          s133 += layerNorm_3 * K1_3;
        }
        K[k192_2 + i24 + j] = s111;
        K[k192_2 + i24 + j + 1] = s112;
        K[k192_2 + i24 + j + 2] = s113;
        K[k192_3 + i24 + j] = s121;
        K[k192_3 + i24 + j + 1] = s122;
        K[k192_3 + i24 + j + 2] = s123;
        K[k192_4 + i24 + j] = s131;
        K[k192_4 + i24 + j + 1] = s132;
        K[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V = layerNorm2 * V1   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm_1 = layerNorm2[k192_2 + i24 + q];
          const q24 = q * 24;
          const V1_1 = V1[q24 + j];
          const V1_2 = V1[q24 + j + 1];
          const V1_3 = V1[q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_3 + i24 + q];
          const layerNorm_3 = layerNorm2[k192_4 + i24 + q];
          s111 += layerNorm_1 * V1_1;
          s112 += layerNorm_1 * V1_2;
          s113 += layerNorm_1 * V1_3;
          s121 += layerNorm_2 * V1_1;
          s122 += layerNorm_2 * V1_2;
          s123 += layerNorm_2 * V1_3;
          s131 += layerNorm_3 * V1_1;
          s132 += layerNorm_3 * V1_2;
          s133 += layerNorm_3 * V1_3;
        }
        V[k192_2 + i24 + j] = s111;
        V[k192_2 + i24 + j + 1] = s112;
        V[k192_2 + i24 + j + 2] = s113;
        V[k192_3 + i24 + j] = s121;
        V[k192_3 + i24 + j + 1] = s122;
        V[k192_3 + i24 + j + 2] = s123;
        V[k192_4 + i24 + j] = s131;
        V[k192_4 + i24 + j + 1] = s132;
        V[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul2 = 0.2886751345948129 * (Q[:, 1:12] * K[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q];
          const K_1 = K[k192_2 + j24 + q];
          const Q_2 = Q[k192_2 + i24 + q + 24];
          const K_2 = K[k192_2 + j24 + q + 24];
          const K_3 = K[k192_2 + j24 + q + 48];
          const K_4 = K[k192_2 + j24 + q + 72];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul2[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3 = max(mul2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2[k64 + i8 + j]);
      }
      max3[k8 + i] = best;
    }

    // softmax_exp = exp(mul2 - reshape(max3, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp[k64 + i8 + j] = Math.exp(mul2[k64 + i8 + j] - t);
      }
    }
  }

  // sum3 = sum(softmax_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp[k64_2 + i8 + j];
        s12 += softmax_exp[k64_3 + i8 + j];
        s13 += softmax_exp[k64_4 + i8 + j];
        s14 += softmax_exp[k64_5 + i8 + j];
        s15 += softmax_exp[k64_6 + i8 + j];
        s16 += softmax_exp[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum3[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum3[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum3[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum3[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum3[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum3[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2 = softmax_exp ./ reshape(sum3, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum3[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2[k64 + i8 + j] = softmax_exp[k64 + i8 + j] / t;
      }
    }
  }

  // mul2_2 = 0.2886751345948129 * (Q[:, 13:24] * K[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q_1 = Q[k192_2 + i24 + q + 12];
          const K_1 = K[k192_2 + j24 + q + 12];
          const Q_2 = Q[k192_2 + i24 + q + 36];
          const K_2 = K[k192_2 + j24 + q + 36];
          const K_3 = K[k192_2 + j24 + q + 60];
          const K_4 = K[k192_2 + j24 + q + 84];
          s111 += Q_1 * K_1;
          s112 += Q_2 * K_1;
          s121 += Q_1 * K_2;
          s122 += Q_2 * K_2;
          s131 += Q_1 * K_3;
          s132 += Q_2 * K_3;
          s141 += Q_1 * K_4;
          s142 += Q_2 * K_4;
        }
        const i8 = i * 8;
        mul2_2[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul2_2[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul2_2[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul2_2[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul2_2[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul2_2[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul2_2[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul2_2[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max2_2 = max(mul2_2, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul2_2[k64 + i8 + j]);
      }
      max2_2[k8 + i] = best;
    }

    // softmax_exp2 = exp(mul2_2 - reshape(max2_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max2_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp2[k64 + i8 + j] = Math.exp(mul2_2[k64 + i8 + j] - t);
      }
    }
  }

  // sum4 = sum(softmax_exp2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp2[k64_2 + i8 + j];
        s12 += softmax_exp2[k64_3 + i8 + j];
        s13 += softmax_exp2[k64_4 + i8 + j];
        s14 += softmax_exp2[k64_5 + i8 + j];
        s15 += softmax_exp2[k64_6 + i8 + j];
        s16 += softmax_exp2[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum4[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum4[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum4[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum4[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum4[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum4[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax2_2 = softmax_exp2 ./ reshape(sum4, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax2_2[k64 + i8 + j] = softmax_exp2[k64 + i8 + j] / t;
      }
    }
  }

  // X2 = X + concat(softmax2 * V[:, 1:12], softmax2_2 * V[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax_1 = softmax2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j];
          const softmax_2 = softmax2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 1];
          const V_3 = V[k192_2 + q24 + j + 2];
          const V_4 = V[k192_2 + q24 + j + 3];
          s111 += softmax_1 * V_1;
          s112 += softmax_2 * V_1;
          s121 += softmax_1 * V_2;
          s122 += softmax_2 * V_2;
          s131 += softmax_1 * V_3;
          s132 += softmax_2 * V_3;
          s141 += softmax_1 * V_4;
          s142 += softmax_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j] = X[k192_2 + i24 + j] + s111;
        X2[k192_2 + i24 + j + 24] = X[k192_2 + i24 + j + 24] + s112;
        X2[k192_2 + i24 + j + 1] = X[k192_2 + i24 + j + 1] + s121;
        X2[k192_2 + i24 + j + 25] = X[k192_2 + i24 + j + 25] + s122;
        X2[k192_2 + i24 + j + 2] = X[k192_2 + i24 + j + 2] + s131;
        X2[k192_2 + i24 + j + 26] = X[k192_2 + i24 + j + 26] + s132;
        X2[k192_2 + i24 + j + 3] = X[k192_2 + i24 + j + 3] + s141;
        X2[k192_2 + i24 + j + 27] = X[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax2_1 = softmax2_2[k64_2 + i8 + q];
          const q24 = q * 24;
          const V_1 = V[k192_2 + q24 + j + 12];
          const softmax2_2_2 = softmax2_2[k64_2 + i8 + q + 8];
          const V_2 = V[k192_2 + q24 + j + 13];
          const V_3 = V[k192_2 + q24 + j + 14];
          const V_4 = V[k192_2 + q24 + j + 15];
          s111 += softmax2_1 * V_1;
          s112 += softmax2_2_2 * V_1;
          s121 += softmax2_1 * V_2;
          s122 += softmax2_2_2 * V_2;
          s131 += softmax2_1 * V_3;
          s132 += softmax2_2_2 * V_3;
          s141 += softmax2_1 * V_4;
          s142 += softmax2_2_2 * V_4;
        }
        const i24 = i * 24;
        X2[k192_2 + i24 + j + 12] = X[k192_2 + i24 + j + 12] + s111;
        X2[k192_2 + i24 + j + 36] = X[k192_2 + i24 + j + 36] + s112;
        X2[k192_2 + i24 + j + 13] = X[k192_2 + i24 + j + 13] + s121;
        X2[k192_2 + i24 + j + 37] = X[k192_2 + i24 + j + 37] + s122;
        X2[k192_2 + i24 + j + 14] = X[k192_2 + i24 + j + 14] + s131;
        X2[k192_2 + i24 + j + 38] = X[k192_2 + i24 + j + 38] + s132;
        X2[k192_2 + i24 + j + 15] = X[k192_2 + i24 + j + 15] + s141;
        X2[k192_2 + i24 + j + 39] = X[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum5 = sum(X2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X2[k192_2 + i24 + j];
        s12 += X2[k192_3 + i24 + j];
        s13 += X2[k192_4 + i24 + j];
        s14 += X2[k192_5 + i24 + j];
        s15 += X2[k192_6 + i24 + j];
        s16 += X2[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum5[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum5[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum5[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum5[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum5[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum5[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in2 = X2 - 1/24 * reshape(sum5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in2[k192 + i24 + j] = X2[k192 + i24 + j] - t;
      }
    }
  }

  // sum6 = sum(layerNorm_in2 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in2_1 = layerNorm_in2[k192_2 + i24 + j];
        const layerNorm_in2_2 = layerNorm_in2[k192_3 + i24 + j];
        const layerNorm_in2_3 = layerNorm_in2[k192_4 + i24 + j];
        const layerNorm_in2_4 = layerNorm_in2[k192_5 + i24 + j];
        const layerNorm_in2_5 = layerNorm_in2[k192_6 + i24 + j];
        const layerNorm_in2_6 = layerNorm_in2[k192_7 + i24 + j];
        s11 += layerNorm_in2_1 * layerNorm_in2_1;
        s12 += layerNorm_in2_2 * layerNorm_in2_2;
        s13 += layerNorm_in2_3 * layerNorm_in2_3;
        s14 += layerNorm_in2_4 * layerNorm_in2_4;
        s15 += layerNorm_in2_5 * layerNorm_in2_5;
        s16 += layerNorm_in2_6 * layerNorm_in2_6;
      }
      const k8_2 = k * 8;
      sum6[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum6[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum6[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum6[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum6[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum6[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt2_2 = sqrt(1/24 * reshape(sum6, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt2_2[k8 + i] = Math.sqrt(0.041666666666666664 * sum6[k8 + i] + 0.00001);
    }

    // layerNorm2_2 = layerNorm_in2 ./ sqrt2_2
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt2_2[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm2_2[k192 + i24 + j] = layerNorm_in2[k192 + i24 + j] / t;
      }
    }
  }

  // relu3 = relu(layerNorm2_2 * A1')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm2_1 = layerNorm2_2[k192_2 + i24 + q];
          const A1_1 = A1[j24 + q];
          const A1_2 = A1[j24_2 + q];
          const A1_3 = A1[j24_3 + q];
          const layerNorm2_2_2 = layerNorm2_2[k192_3 + i24 + q];
          const layerNorm2_3 = layerNorm2_2[k192_4 + i24 + q];
          s111 += layerNorm2_1 * A1_1;
          s112 += layerNorm2_1 * A1_2;
          s113 += layerNorm2_1 * A1_3;
          s121 += layerNorm2_2_2 * A1_1;
          s122 += layerNorm2_2_2 * A1_2;
          s123 += layerNorm2_2_2 * A1_3;
          s131 += layerNorm2_3 * A1_1;
          s132 += layerNorm2_3 * A1_2;
          s133 += layerNorm2_3 * A1_3;
        }
        relu3[k384 + i48 + j] = Math.max(s111, 0);
        relu3[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu3[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu3[k384_2 + i48 + j] = Math.max(s121, 0);
        relu3[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu3[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu3[k384_3 + i48 + j] = Math.max(s131, 0);
        relu3[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu3[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // X3 = X2 + relu3 * B1'   [lines 21, 22, 23, 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu_1 = relu3[k384 + i48 + q];
          const B1_1 = B1[j48 + q];
          const B1_2 = B1[j48_2 + q];
          const B1_3 = B1[j48_3 + q];
          const relu_2 = relu3[k384_2 + i48 + q];
          const relu_3 = relu3[k384_3 + i48 + q];
          s111 += relu_1 * B1_1;
          s112 += relu_1 * B1_2;
          s113 += relu_1 * B1_3;
          s121 += relu_2 * B1_1;
          s122 += relu_2 * B1_2;
          s123 += relu_2 * B1_3;
          s131 += relu_3 * B1_1;
          s132 += relu_3 * B1_2;
          s133 += relu_3 * B1_3;
        }
        X3[k192_2 + i24 + j] = X2[k192_2 + i24 + j] + s111;
        X3[k192_2 + i24 + j + 1] = X2[k192_2 + i24 + j + 1] + s112;
        X3[k192_2 + i24 + j + 2] = X2[k192_2 + i24 + j + 2] + s113;
        X3[k192_3 + i24 + j] = X2[k192_3 + i24 + j] + s121;
        X3[k192_3 + i24 + j + 1] = X2[k192_3 + i24 + j + 1] + s122;
        X3[k192_3 + i24 + j + 2] = X2[k192_3 + i24 + j + 2] + s123;
        X3[k192_4 + i24 + j] = X2[k192_4 + i24 + j] + s131;
        X3[k192_4 + i24 + j + 1] = X2[k192_4 + i24 + j + 1] + s132;
        X3[k192_4 + i24 + j + 2] = X2[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `step`: sum7, layerNorm_in3, sum8, sqrt3, layerNorm3, Q2, K2 and 19 more. */
function stepPart3(params: Parameters, size: number): void {
  const { Q2, K2, V2, A2, B2 } = params;

  // sum7 = sum(X3, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += X3[k192 + i24 + j];
        s12 += X3[k192_2 + i24 + j];
        s13 += X3[k192_3 + i24 + j];
        s14 += X3[k192_4 + i24 + j];
        s15 += X3[k192_5 + i24 + j];
        s16 += X3[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum7[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum7[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum7[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum7[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum7[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum7[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in3 = X3 - 1/24 * reshape(sum7, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum7[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in3[k192 + i24 + j] = X3[k192 + i24 + j] - t;
      }
    }
  }

  // sum8 = sum(layerNorm_in3 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in3_1 = layerNorm_in3[k192_2 + i24 + j];
        const layerNorm_in3_2 = layerNorm_in3[k192_3 + i24 + j];
        const layerNorm_in3_3 = layerNorm_in3[k192_4 + i24 + j];
        const layerNorm_in3_4 = layerNorm_in3[k192_5 + i24 + j];
        const layerNorm_in3_5 = layerNorm_in3[k192_6 + i24 + j];
        const layerNorm_in3_6 = layerNorm_in3[k192_7 + i24 + j];
        s11 += layerNorm_in3_1 * layerNorm_in3_1;
        s12 += layerNorm_in3_2 * layerNorm_in3_2;
        s13 += layerNorm_in3_3 * layerNorm_in3_3;
        s14 += layerNorm_in3_4 * layerNorm_in3_4;
        s15 += layerNorm_in3_5 * layerNorm_in3_5;
        s16 += layerNorm_in3_6 * layerNorm_in3_6;
      }
      const k8_2 = k * 8;
      sum8[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum8[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum8[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum8[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum8[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum8[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt3 = sqrt(1/24 * reshape(sum8, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt3[k8 + i] = Math.sqrt(0.041666666666666664 * sum8[k8 + i] + 0.00001);
    }

    // layerNorm3 = layerNorm_in3 ./ sqrt3
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt3[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm3[k192 + i24 + j] = layerNorm_in3[k192 + i24 + j] / t;
      }
    }
  }

  // Q2_2 = layerNorm3 * Q2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const Q2_1 = Q2[q24 + j];
          const Q2_2_2 = Q2[q24 + j + 1];
          const Q2_3 = Q2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * Q2_1;
          s112 += layerNorm3_1 * Q2_2_2;
          s113 += layerNorm3_1 * Q2_3;
          s121 += layerNorm3_2 * Q2_1;
          s122 += layerNorm3_2 * Q2_2_2;
          s123 += layerNorm3_2 * Q2_3;
          s131 += layerNorm3_3 * Q2_1;
          s132 += layerNorm3_3 * Q2_2_2;
          s133 += layerNorm3_3 * Q2_3;
        }
        Q2_2[k192_2 + i24 + j] = s111;
        Q2_2[k192_2 + i24 + j + 1] = s112;
        Q2_2[k192_2 + i24 + j + 2] = s113;
        Q2_2[k192_3 + i24 + j] = s121;
        Q2_2[k192_3 + i24 + j + 1] = s122;
        Q2_2[k192_3 + i24 + j + 2] = s123;
        Q2_2[k192_4 + i24 + j] = s131;
        Q2_2[k192_4 + i24 + j + 1] = s132;
        Q2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // K2_2 = layerNorm3 * K2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const K2_1 = K2[q24 + j];
          const K2_2_2 = K2[q24 + j + 1];
          const K2_3 = K2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * K2_1;
          s112 += layerNorm3_1 * K2_2_2;
          s113 += layerNorm3_1 * K2_3;
          s121 += layerNorm3_2 * K2_1;
          s122 += layerNorm3_2 * K2_2_2;
          s123 += layerNorm3_2 * K2_3;
          s131 += layerNorm3_3 * K2_1;
          s132 += layerNorm3_3 * K2_2_2;
          s133 += layerNorm3_3 * K2_3;
        }
        K2_2[k192_2 + i24 + j] = s111;
        K2_2[k192_2 + i24 + j + 1] = s112;
        K2_2[k192_2 + i24 + j + 2] = s113;
        K2_2[k192_3 + i24 + j] = s121;
        K2_2[k192_3 + i24 + j + 1] = s122;
        K2_2[k192_3 + i24 + j + 2] = s123;
        K2_2[k192_4 + i24 + j] = s131;
        K2_2[k192_4 + i24 + j + 1] = s132;
        K2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // V2_2 = layerNorm3 * V2   [lines 20, 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm3_1 = layerNorm3[k192_2 + i24 + q];
          const q24 = q * 24;
          const V2_1 = V2[q24 + j];
          const V2_2_2 = V2[q24 + j + 1];
          const V2_3 = V2[q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192_3 + i24 + q];
          const layerNorm3_3 = layerNorm3[k192_4 + i24 + q];
          s111 += layerNorm3_1 * V2_1;
          s112 += layerNorm3_1 * V2_2_2;
          s113 += layerNorm3_1 * V2_3;
          s121 += layerNorm3_2 * V2_1;
          s122 += layerNorm3_2 * V2_2_2;
          s123 += layerNorm3_2 * V2_3;
          s131 += layerNorm3_3 * V2_1;
          s132 += layerNorm3_3 * V2_2_2;
          s133 += layerNorm3_3 * V2_3;
        }
        V2_2[k192_2 + i24 + j] = s111;
        V2_2[k192_2 + i24 + j + 1] = s112;
        V2_2[k192_2 + i24 + j + 2] = s113;
        V2_2[k192_3 + i24 + j] = s121;
        V2_2[k192_3 + i24 + j + 1] = s122;
        V2_2[k192_3 + i24 + j + 2] = s123;
        V2_2[k192_4 + i24 + j] = s131;
        V2_2[k192_4 + i24 + j + 1] = s132;
        V2_2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // mul3 = 0.2886751345948129 * (Q2_2[:, 1:12] * K2_2[:, 1:12]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q];
          const K2_1 = K2_2[k192_2 + j24 + q];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 24];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 24];
          const K2_3 = K2_2[k192_2 + j24 + q + 48];
          const K2_4 = K2_2[k192_2 + j24 + q + 72];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul3[k64 + i8 + j] = 0.2886751345948129 * s111;
        mul3[k64 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul3[k64 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul3[k64 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul3[k64 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul3[k64 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul3[k64 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul3[k64 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max3_2 = max(mul3, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul3[k64 + i8 + j]);
      }
      max3_2[k8 + i] = best;
    }

    // softmax_exp3 = exp(mul3 - reshape(max3_2, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max3_2[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp3[k64 + i8 + j] = Math.exp(mul3[k64 + i8 + j] - t);
      }
    }
  }

  // sum9 = sum(softmax_exp3, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp3[k64_2 + i8 + j];
        s12 += softmax_exp3[k64_3 + i8 + j];
        s13 += softmax_exp3[k64_4 + i8 + j];
        s14 += softmax_exp3[k64_5 + i8 + j];
        s15 += softmax_exp3[k64_6 + i8 + j];
        s16 += softmax_exp3[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum9[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum9[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum9[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum9[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum9[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum9[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax3 = softmax_exp3 ./ reshape(sum9, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum9[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax3[k64 + i8 + j] = softmax_exp3[k64 + i8 + j] / t;
      }
    }
  }

  // mul4 = 0.2886751345948129 * (Q2_2[:, 13:24] * K2_2[:, 13:24]')   [line 19]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64_2 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const Q2_1 = Q2_2[k192_2 + i24 + q + 12];
          const K2_1 = K2_2[k192_2 + j24 + q + 12];
          const Q2_2_2 = Q2_2[k192_2 + i24 + q + 36];
          const K2_2_2 = K2_2[k192_2 + j24 + q + 36];
          const K2_3 = K2_2[k192_2 + j24 + q + 60];
          const K2_4 = K2_2[k192_2 + j24 + q + 84];
          s111 += Q2_1 * K2_1;
          s112 += Q2_2_2 * K2_1;
          s121 += Q2_1 * K2_2_2;
          s122 += Q2_2_2 * K2_2_2;
          s131 += Q2_1 * K2_3;
          s132 += Q2_2_2 * K2_3;
          s141 += Q2_1 * K2_4;
          s142 += Q2_2_2 * K2_4;
        }
        const i8 = i * 8;
        mul4[k64_2 + i8 + j] = 0.2886751345948129 * s111;
        mul4[k64_2 + i8 + j + 8] = 0.2886751345948129 * s112;
        mul4[k64_2 + i8 + j + 1] = 0.2886751345948129 * s121;
        mul4[k64_2 + i8 + j + 9] = 0.2886751345948129 * s122;
        mul4[k64_2 + i8 + j + 2] = 0.2886751345948129 * s131;
        mul4[k64_2 + i8 + j + 10] = 0.2886751345948129 * s132;
        mul4[k64_2 + i8 + j + 3] = 0.2886751345948129 * s141;
        mul4[k64_2 + i8 + j + 11] = 0.2886751345948129 * s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // max4 = max(mul4, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i8 = i * 8;
      for (let j = 0; j < 8; j++) {
        best = Math.max(best, mul4[k64 + i8 + j]);
      }
      max4[k8 + i] = best;
    }

    // softmax_exp4 = exp(mul4 - reshape(max4, [8, 1]))
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = max4[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax_exp4[k64 + i8 + j] = Math.exp(mul4[k64 + i8 + j] - t);
      }
    }
  }

  // sum10 = sum(softmax_exp4, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      const k64_7 = k64_2 + 320;
      for (let j = 0; j < 8; j++) {
        s11 += softmax_exp4[k64_2 + i8 + j];
        s12 += softmax_exp4[k64_3 + i8 + j];
        s13 += softmax_exp4[k64_4 + i8 + j];
        s14 += softmax_exp4[k64_5 + i8 + j];
        s15 += softmax_exp4[k64_6 + i8 + j];
        s16 += softmax_exp4[k64_7 + i8 + j];
      }
      const k8_2 = k * 8;
      sum10[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum10[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum10[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum10[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum10[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum10[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // softmax4 = softmax_exp4 ./ reshape(sum10, [8, 1])   [line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum10[k8 + i];
      for (let j = 0; j < 8; j++) {
        softmax4[k64 + i8 + j] = softmax_exp4[k64 + i8 + j] / t;
      }
    }
  }

  // H_in = X3 + concat(softmax3 * V2_2[:, 1:12], softmax4 * V2_2[:, 13:24])   [lines 21, 22, 23]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax3_1 = softmax3[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j];
          const softmax3_2 = softmax3[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 1];
          const V2_3 = V2_2[k192_2 + q24 + j + 2];
          const V2_4 = V2_2[k192_2 + q24 + j + 3];
          s111 += softmax3_1 * V2_1;
          s112 += softmax3_2 * V2_1;
          s121 += softmax3_1 * V2_2_2;
          s122 += softmax3_2 * V2_2_2;
          s131 += softmax3_1 * V2_3;
          s132 += softmax3_2 * V2_3;
          s141 += softmax3_1 * V2_4;
          s142 += softmax3_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j] = X3[k192_2 + i24 + j] + s111;
        H_in[k192_2 + i24 + j + 24] = X3[k192_2 + i24 + j + 24] + s112;
        H_in[k192_2 + i24 + j + 1] = X3[k192_2 + i24 + j + 1] + s121;
        H_in[k192_2 + i24 + j + 25] = X3[k192_2 + i24 + j + 25] + s122;
        H_in[k192_2 + i24 + j + 2] = X3[k192_2 + i24 + j + 2] + s131;
        H_in[k192_2 + i24 + j + 26] = X3[k192_2 + i24 + j + 26] + s132;
        H_in[k192_2 + i24 + j + 3] = X3[k192_2 + i24 + j + 3] + s141;
        H_in[k192_2 + i24 + j + 27] = X3[k192_2 + i24 + j + 27] + s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const softmax4_1 = softmax4[k64_2 + i8 + q];
          const q24 = q * 24;
          const V2_1 = V2_2[k192_2 + q24 + j + 12];
          const softmax4_2 = softmax4[k64_2 + i8 + q + 8];
          const V2_2_2 = V2_2[k192_2 + q24 + j + 13];
          const V2_3 = V2_2[k192_2 + q24 + j + 14];
          const V2_4 = V2_2[k192_2 + q24 + j + 15];
          s111 += softmax4_1 * V2_1;
          s112 += softmax4_2 * V2_1;
          s121 += softmax4_1 * V2_2_2;
          s122 += softmax4_2 * V2_2_2;
          s131 += softmax4_1 * V2_3;
          s132 += softmax4_2 * V2_3;
          s141 += softmax4_1 * V2_4;
          s142 += softmax4_2 * V2_4;
        }
        const i24 = i * 24;
        H_in[k192_2 + i24 + j + 12] = X3[k192_2 + i24 + j + 12] + s111;
        H_in[k192_2 + i24 + j + 36] = X3[k192_2 + i24 + j + 36] + s112;
        H_in[k192_2 + i24 + j + 13] = X3[k192_2 + i24 + j + 13] + s121;
        H_in[k192_2 + i24 + j + 37] = X3[k192_2 + i24 + j + 37] + s122;
        H_in[k192_2 + i24 + j + 14] = X3[k192_2 + i24 + j + 14] + s131;
        H_in[k192_2 + i24 + j + 38] = X3[k192_2 + i24 + j + 38] + s132;
        H_in[k192_2 + i24 + j + 15] = X3[k192_2 + i24 + j + 15] + s141;
        H_in[k192_2 + i24 + j + 39] = X3[k192_2 + i24 + j + 39] + s142;
      }
    }
  }

  // sum11 = sum(H_in, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H_in[k192_2 + i24 + j];
        s12 += H_in[k192_3 + i24 + j];
        s13 += H_in[k192_4 + i24 + j];
        s14 += H_in[k192_5 + i24 + j];
        s15 += H_in[k192_6 + i24 + j];
        s16 += H_in[k192_7 + i24 + j];
      }
      const k8_2 = k * 8;
      sum11[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum11[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum11[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum11[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum11[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum11[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in4 = H_in - 1/24 * reshape(sum11, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum11[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in4[k192 + i24 + j] = H_in[k192 + i24 + j] - t;
      }
    }
  }

  // sum12 = sum(layerNorm_in4 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in4_1 = layerNorm_in4[k192_2 + i24 + j];
        const layerNorm_in4_2 = layerNorm_in4[k192_3 + i24 + j];
        const layerNorm_in4_3 = layerNorm_in4[k192_4 + i24 + j];
        const layerNorm_in4_4 = layerNorm_in4[k192_5 + i24 + j];
        const layerNorm_in4_5 = layerNorm_in4[k192_6 + i24 + j];
        const layerNorm_in4_6 = layerNorm_in4[k192_7 + i24 + j];
        s11 += layerNorm_in4_1 * layerNorm_in4_1;
        s12 += layerNorm_in4_2 * layerNorm_in4_2;
        s13 += layerNorm_in4_3 * layerNorm_in4_3;
        s14 += layerNorm_in4_4 * layerNorm_in4_4;
        s15 += layerNorm_in4_5 * layerNorm_in4_5;
        s16 += layerNorm_in4_6 * layerNorm_in4_6;
      }
      const k8_2 = k * 8;
      sum12[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum12[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum12[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum12[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum12[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum12[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt4 = sqrt(1/24 * reshape(sum12, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt4[k8 + i] = Math.sqrt(0.041666666666666664 * sum12[k8 + i] + 0.00001);
    }

    // layerNorm4 = layerNorm_in4 ./ sqrt4
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt4[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm4[k192 + i24 + j] = layerNorm_in4[k192 + i24 + j] / t;
      }
    }
  }

  // relu2 = relu(layerNorm4 * A2')   [line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const layerNorm4_1 = layerNorm4[k192_2 + i24 + q];
          const A2_1 = A2[j24 + q];
          const A2_2 = A2[j24_2 + q];
          const A2_3 = A2[j24_3 + q];
          const layerNorm4_2 = layerNorm4[k192_3 + i24 + q];
          const layerNorm4_3 = layerNorm4[k192_4 + i24 + q];
          s111 += layerNorm4_1 * A2_1;
          s112 += layerNorm4_1 * A2_2;
          s113 += layerNorm4_1 * A2_3;
          s121 += layerNorm4_2 * A2_1;
          s122 += layerNorm4_2 * A2_2;
          s123 += layerNorm4_2 * A2_3;
          s131 += layerNorm4_3 * A2_1;
          s132 += layerNorm4_3 * A2_2;
          s133 += layerNorm4_3 * A2_3;
        }
        relu2[k384 + i48 + j] = Math.max(s111, 0);
        relu2[k384 + i48 + j + 1] = Math.max(s112, 0);
        relu2[k384 + i48 + j + 2] = Math.max(s113, 0);
        relu2[k384_2 + i48 + j] = Math.max(s121, 0);
        relu2[k384_2 + i48 + j + 1] = Math.max(s122, 0);
        relu2[k384_2 + i48 + j + 2] = Math.max(s123, 0);
        relu2[k384_3 + i48 + j] = Math.max(s131, 0);
        relu2[k384_3 + i48 + j + 1] = Math.max(s132, 0);
        relu2[k384_3 + i48 + j + 2] = Math.max(s133, 0);
      }
    }
  }

  // H = H_in + relu2 * B2'   [line 25]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j48 = j * 48;
        const j48_2 = j48 + 48;
        const j48_3 = j48 + 96;
        for (let q = 0; q < 48; q++) {
          const relu2_1 = relu2[k384 + i48 + q];
          const B2_1 = B2[j48 + q];
          const B2_2 = B2[j48_2 + q];
          const B2_3 = B2[j48_3 + q];
          const relu2_2 = relu2[k384_2 + i48 + q];
          const relu2_3 = relu2[k384_3 + i48 + q];
          s111 += relu2_1 * B2_1;
          s112 += relu2_1 * B2_2;
          s113 += relu2_1 * B2_3;
          s121 += relu2_2 * B2_1;
          s122 += relu2_2 * B2_2;
          s123 += relu2_2 * B2_3;
          s131 += relu2_3 * B2_1;
          s132 += relu2_3 * B2_2;
          s133 += relu2_3 * B2_3;
        }
        H[k192_2 + i24 + j] = H_in[k192_2 + i24 + j] + s111;
        H[k192_2 + i24 + j + 1] = H_in[k192_2 + i24 + j + 1] + s112;
        H[k192_2 + i24 + j + 2] = H_in[k192_2 + i24 + j + 2] + s113;
        H[k192_3 + i24 + j] = H_in[k192_3 + i24 + j] + s121;
        H[k192_3 + i24 + j + 1] = H_in[k192_3 + i24 + j + 1] + s122;
        H[k192_3 + i24 + j + 2] = H_in[k192_3 + i24 + j + 2] + s123;
        H[k192_4 + i24 + j] = H_in[k192_4 + i24 + j] + s131;
        H[k192_4 + i24 + j + 1] = H_in[k192_4 + i24 + j + 1] + s132;
        H[k192_4 + i24 + j + 2] = H_in[k192_4 + i24 + j + 2] + s133;
      }
    }
  }
}

/** A part of `step`: sum13, layerNorm_in5, sum14, sqrt5, layerNorm5, sum15, max5 and 20 more. */
function stepPart4(params: Parameters, data: Examples, size: number): void {
  const { W, B2, A2 } = params;
  const { c } = data.columns;

  // sum13 = sum(H, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += H[k192 + i24 + j];
        s12 += H[k192_2 + i24 + j];
        s13 += H[k192_3 + i24 + j];
        s14 += H[k192_4 + i24 + j];
        s15 += H[k192_5 + i24 + j];
        s16 += H[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum13[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum13[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum13[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum13[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum13[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum13[k8_6 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // layerNorm_in5 = H - 1/24 * reshape(sum13, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum13[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm_in5[k192 + i24 + j] = H[k192 + i24 + j] - t;
      }
    }
  }

  // sum14 = sum(layerNorm_in5 .^ 2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      const k192_7 = k192_2 + 960;
      for (let j = 0; j < 24; j++) {
        const layerNorm_in5_1 = layerNorm_in5[k192_2 + i24 + j];
        const layerNorm_in5_2 = layerNorm_in5[k192_3 + i24 + j];
        const layerNorm_in5_3 = layerNorm_in5[k192_4 + i24 + j];
        const layerNorm_in5_4 = layerNorm_in5[k192_5 + i24 + j];
        const layerNorm_in5_5 = layerNorm_in5[k192_6 + i24 + j];
        const layerNorm_in5_6 = layerNorm_in5[k192_7 + i24 + j];
        s11 += layerNorm_in5_1 * layerNorm_in5_1;
        s12 += layerNorm_in5_2 * layerNorm_in5_2;
        s13 += layerNorm_in5_3 * layerNorm_in5_3;
        s14 += layerNorm_in5_4 * layerNorm_in5_4;
        s15 += layerNorm_in5_5 * layerNorm_in5_5;
        s16 += layerNorm_in5_6 * layerNorm_in5_6;
      }
      const k8_2 = k * 8;
      sum14[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum14[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum14[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum14[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum14[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum14[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // sqrt5 = sqrt(1/24 * reshape(sum14, [8, 1]) + 1/100000)
    for (let i = 0; i < 8; i++) {
      sqrt5[k8 + i] = Math.sqrt(0.041666666666666664 * sum14[k8 + i] + 0.00001);
    }

    // layerNorm5 = layerNorm_in5 ./ sqrt5
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = sqrt5[k8 + i];
      for (let j = 0; j < 24; j++) {
        layerNorm5[k192 + i24 + j] = layerNorm_in5[k192 + i24 + j] / t;
      }
    }
  }

  // sum15 = layerNorm5 * W   [line 26]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i10 = i * 10;
    for (let k = 0; k < size; k += 4) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k80 = k * 80;
      const k80_2 = k80 + 80;
      const k80_3 = k80 + 160;
      const k80_4 = k80 + 240;
      for (let j = 0; j < 10; j += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 24; q++) {
          const layerNorm5_1 = layerNorm5[k192_2 + i24 + q];
          const q10 = q * 10;
          const W_1 = W[q10 + j];
          const W_2 = W[q10 + j + 1];
          const layerNorm5_2 = layerNorm5[k192_3 + i24 + q];
          const layerNorm5_3 = layerNorm5[k192_4 + i24 + q];
          const layerNorm5_4 = layerNorm5[k192_5 + i24 + q];
          s111 += layerNorm5_1 * W_1;
          s112 += layerNorm5_1 * W_2;
          s121 += layerNorm5_2 * W_1;
          s122 += layerNorm5_2 * W_2;
          s131 += layerNorm5_3 * W_1;
          s132 += layerNorm5_3 * W_2;
          s141 += layerNorm5_4 * W_1;
          s142 += layerNorm5_4 * W_2;
        }
        sum15[k80 + i10 + j] = s111;
        sum15[k80 + i10 + j + 1] = s112;
        sum15[k80_2 + i10 + j] = s121;
        sum15[k80_2 + i10 + j + 1] = s122;
        sum15[k80_3 + i10 + j] = s131;
        sum15[k80_3 + i10 + j + 1] = s132;
        sum15[k80_4 + i10 + j] = s141;
        sum15[k80_4 + i10 + j + 1] = s142;
      }
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k80 = k * 80;

    // max5 = max(sum15, [], 2)
    for (let i = 0; i < 8; i++) {
      let best = -Infinity;
      const i10 = i * 10;
      for (let j = 0; j < 10; j++) {
        best = Math.max(best, sum15[k80 + i10 + j]);
      }
      max5[k8 + i] = best;
    }

    // logSoftmax_in = sum15 - reshape(max5, [8, 1])
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = max5[k8 + i];
      for (let j = 0; j < 10; j++) {
        logSoftmax_in[k80 + i10 + j] = sum15[k80 + i10 + j] - t;
      }
    }

    // p_exp = exp(logSoftmax_in)
    for (let i = 0; i < 80; i++) {
      p_exp[k80 + i] = Math.exp(logSoftmax_in[k80 + i]);
    }
  }

  // sum16 = sum(p_exp, 2)
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k80_5 = k80_2 + 240;
      const k80_6 = k80_2 + 320;
      const k80_7 = k80_2 + 400;
      for (let j = 0; j < 10; j++) {
        s11 += p_exp[k80_2 + i10 + j];
        s12 += p_exp[k80_3 + i10 + j];
        s13 += p_exp[k80_4 + i10 + j];
        s14 += p_exp[k80_5 + i10 + j];
        s15 += p_exp[k80_6 + i10 + j];
        s16 += p_exp[k80_7 + i10 + j];
      }
      const k8_2 = k * 8;
      sum16[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum16[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum16[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum16[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum16[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum16[k8_7 + i] = s16;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k80 = k * 80;

    // p = p_exp ./ reshape(sum16, [8, 1])   [line 26, output]
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = sum16[k8 + i];
      for (let j = 0; j < 10; j++) {
        p[k80 + i10 + j] = p_exp[k80 + i10 + j] / t;
      }
    }

    // log3 = log(reshape(sum16, [8, 1]))
    for (let i = 0; i < 8; i++) {
      log3[k8 + i] = Math.log(sum16[k8 + i]);
    }

    // J_sum = Σn sum(c .* (logSoftmax_in - log3))
    let s = 0;
    for (let i = 0; i < 8; i++) {
      const t = c[row8 + i];
      const i10 = i * 10;
      const t2 = log3[k8 + i];
      for (let j = 0; j < 10; j++) {
        s += (t === j ? 1 : 0) * (logSoftmax_in[k80 + i10 + j] - t2);
      }
    }
    J_sum[0] += s;

    // delta = p - c   [EQ1, error of the output layer: δ = ∂C/∂a ⊙ σ'(z)]
    for (let i = 0; i < 8; i++) {
      const i10 = i * 10;
      const t = c[row8 + i];
      for (let j = 0; j < 10; j++) {
        delta[k80 + i10 + j] = p[k80 + i10 + j] - (t === j ? 1 : 0);
      }
    }
  }

  // dW = Σn layerNorm5' * delta   [EQ4: ∂C/∂w = δ aᵀ; line 26]
  for (let i = 0; i < 24; i += 4) {
    const i10 = i * 10;
    const i10_2 = i10 + 10;
    const i10_3 = i10 + 20;
    const i10_4 = i10 + 30;
    for (let j = 0; j < 10; j += 2) {
      let s11 = 0, s12 = 0, s21 = 0, s22 = 0, s31 = 0, s32 = 0, s41 = 0, s42 = 0;
      for (let k = 0; k < size; k++) {
        const k80_2 = k * 80;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q10 = q * 10;
          const delta_1 = delta[k80_2 + q10 + j];
          const q24 = q * 24;
          const layerNorm5_1 = layerNorm5[k192_2 + q24 + i];
          const delta_2 = delta[k80_2 + q10 + j + 1];
          const layerNorm5_2 = layerNorm5[k192_2 + q24 + i + 1];
          const layerNorm5_3 = layerNorm5[k192_2 + q24 + i + 2];
          const layerNorm5_4 = layerNorm5[k192_2 + q24 + i + 3];
          s11 += delta_1 * layerNorm5_1;
          s12 += delta_2 * layerNorm5_1;
          s21 += delta_1 * layerNorm5_2;
          s22 += delta_2 * layerNorm5_2;
          s31 += delta_1 * layerNorm5_3;
          s32 += delta_2 * layerNorm5_3;
          s41 += delta_1 * layerNorm5_4;
          s42 += delta_2 * layerNorm5_4;
        }
      }
      dW[i10 + j] += s11;
      dW[i10 + j + 1] += s12;
      dW[i10_2 + j] += s21;
      dW[i10_2 + j + 1] += s22;
      dW[i10_3 + j] += s31;
      dW[i10_3 + j + 1] += s32;
      dW[i10_4 + j] += s41;
      dW[i10_4 + j + 1] += s42;
    }
  }

  // delta2 = delta * W'   [line 26]
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j10 = j * 10;
        const j10_2 = j10 + 10;
        const j10_3 = j10 + 20;
        for (let q = 0; q < 10; q++) {
          const delta_1 = delta[k80_2 + i10 + q];
          const W_1 = W[j10 + q];
          const W_2 = W[j10_2 + q];
          const W_3 = W[j10_3 + q];
          const delta_2 = delta[k80_3 + i10 + q];
          const delta_3 = delta[k80_4 + i10 + q];
          s111 += delta_1 * W_1;
          s112 += delta_1 * W_2;
          s113 += delta_1 * W_3;
          s121 += delta_2 * W_1;
          s122 += delta_2 * W_2;
          s123 += delta_2 * W_3;
          s131 += delta_3 * W_1;
          s132 += delta_3 * W_2;
          s133 += delta_3 * W_3;
        }
        delta2[k192_2 + i24 + j] = s111;
        delta2[k192_2 + i24 + j + 1] = s112;
        delta2[k192_2 + i24 + j + 2] = s113;
        delta2[k192_3 + i24 + j] = s121;
        delta2[k192_3 + i24 + j + 1] = s122;
        delta2[k192_3 + i24 + j + 2] = s123;
        delta2[k192_4 + i24 + j] = s131;
        delta2[k192_4 + i24 + j + 1] = s132;
        delta2[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum17 = delta * sum(W, 1)
  for (let i = 0; i < 8; i++) {
    const i10 = i * 10;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k80_2 = k * 80;
      const k80_3 = k80_2 + 80;
      const k80_4 = k80_2 + 160;
      const k80_5 = k80_2 + 240;
      const k80_6 = k80_2 + 320;
      const k80_7 = k80_2 + 400;
      for (let j = 0; j < 10; j++) {
        const delta_1 = delta[k80_2 + i10 + j];
        const delta_2 = delta[k80_3 + i10 + j];
        const delta_3 = delta[k80_4 + i10 + j];
        const delta_4 = delta[k80_5 + i10 + j];
        const delta_5 = delta[k80_6 + i10 + j];
        const delta_6 = delta[k80_7 + i10 + j];
        for (let q = 0; q < 24; q++) {
          const q10 = q * 10;
          const W_1 = W[q10 + j];
          s11 += delta_1 * W_1;
          s12 += delta_2 * W_1;
          s13 += delta_3 * W_1;
          s14 += delta_4 * W_1;
          s15 += delta_5 * W_1;
          s16 += delta_6 * W_1;
        }
      }
      const k8_2 = k * 8;
      sum17[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum17[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum17[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum17[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum17[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum17[k8_7 + i] = s16;
    }
  }

  // sum18 = sum(delta2 .* layerNorm5, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta2[k192_2 + i24 + j] * layerNorm5[k192_2 + i24 + j];
        s12 += delta2[k192_3 + i24 + j] * layerNorm5[k192_3 + i24 + j];
        s13 += delta2[k192_4 + i24 + j] * layerNorm5[k192_4 + i24 + j];
        s14 += delta2[k192_5 + i24 + j] * layerNorm5[k192_5 + i24 + j];
        s15 += delta2[k192_6 + i24 + j] * layerNorm5[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum18[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum18[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum18[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum18[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum18[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // dH = (share2 * delta2 - share3 * reshape(sum17, [8, 1]) - share3 * (layerNorm5 .* reshape(sum18, [8, 1]))) ./ sqrt5   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 26]
    const t = share2[0];
    const t2 = share3[0];
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t3 = t2 * sum17[k8 + i];
      const t4 = sum18[k8 + i];
      const t5 = sqrt5[k8 + i];
      for (let j = 0; j < 24; j++) {
        dH[k192 + i24 + j] = (t * delta2[k192 + i24 + j] - t3 - t2 * (layerNorm5[k192 + i24 + j] * t4)) / t5;
      }
    }
  }

  // dB2 = Σn dH' * relu2   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 24; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        const k384 = k * 384;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const dH_1 = dH[k192_2 + q24 + i];
          const q48 = q * 48;
          const relu2_1 = relu2[k384 + q48 + j];
          const relu2_2 = relu2[k384 + q48 + j + 1];
          const relu2_3 = relu2[k384 + q48 + j + 2];
          const dH_2 = dH[k192_2 + q24 + i + 1];
          const dH_3 = dH[k192_2 + q24 + i + 2];
          s11 += dH_1 * relu2_1;
          s12 += dH_1 * relu2_2;
          s13 += dH_1 * relu2_3;
          s21 += dH_2 * relu2_1;
          s22 += dH_2 * relu2_2;
          s23 += dH_2 * relu2_3;
          s31 += dH_3 * relu2_1;
          s32 += dH_3 * relu2_2;
          s33 += dH_3 * relu2_3;
        }
      }
      dB2[i48 + j] += s11;
      dB2[i48 + j + 1] += s12;
      dB2[i48 + j + 2] += s13;
      dB2[i48_2 + j] += s21;
      dB2[i48_2 + j + 1] += s22;
      dB2[i48_2 + j + 2] += s23;
      dB2[i48_3 + j] += s31;
      dB2[i48_3 + j + 1] += s32;
      dB2[i48_3 + j + 2] += s33;
    }
  }

  // delta3 = relu2 > 0 ? dH * B2 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const dH_1 = dH[k192_2 + i24 + q];
          const q48 = q * 48;
          const B2_1 = B2[q48 + j];
          const B2_2 = B2[q48 + j + 1];
          const B2_3 = B2[q48 + j + 2];
          const dH_2 = dH[k192_3 + i24 + q];
          const dH_3 = dH[k192_4 + i24 + q];
          s111 += dH_1 * B2_1;
          s112 += dH_1 * B2_2;
          s113 += dH_1 * B2_3;
          s121 += dH_2 * B2_1;
          s122 += dH_2 * B2_2;
          s123 += dH_2 * B2_3;
          s131 += dH_3 * B2_1;
          s132 += dH_3 * B2_2;
          s133 += dH_3 * B2_3;
        }
        delta3[k384 + i48 + j] = relu2[k384 + i48 + j] > 0 ? s111 : 0;
        delta3[k384 + i48 + j + 1] = relu2[k384 + i48 + j + 1] > 0 ? s112 : 0;
        delta3[k384 + i48 + j + 2] = relu2[k384 + i48 + j + 2] > 0 ? s113 : 0;
        delta3[k384_2 + i48 + j] = relu2[k384_2 + i48 + j] > 0 ? s121 : 0;
        delta3[k384_2 + i48 + j + 1] = relu2[k384_2 + i48 + j + 1] > 0 ? s122 : 0;
        delta3[k384_2 + i48 + j + 2] = relu2[k384_2 + i48 + j + 2] > 0 ? s123 : 0;
        delta3[k384_3 + i48 + j] = relu2[k384_3 + i48 + j] > 0 ? s131 : 0;
        delta3[k384_3 + i48 + j + 1] = relu2[k384_3 + i48 + j + 1] > 0 ? s132 : 0;
        delta3[k384_3 + i48 + j + 2] = relu2[k384_3 + i48 + j + 2] > 0 ? s133 : 0;
      }
    }
  }

  // dA2 = Σn delta3' * layerNorm4   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 48; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k384 = k * 384;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q48 = q * 48;
          const delta3_1 = delta3[k384 + q48 + i];
          const q24 = q * 24;
          const layerNorm4_1 = layerNorm4[k192_2 + q24 + j];
          const layerNorm4_2 = layerNorm4[k192_2 + q24 + j + 1];
          const layerNorm4_3 = layerNorm4[k192_2 + q24 + j + 2];
          const delta3_2 = delta3[k384 + q48 + i + 1];
          const delta3_3 = delta3[k384 + q48 + i + 2];
          s11 += delta3_1 * layerNorm4_1;
          s12 += delta3_1 * layerNorm4_2;
          s13 += delta3_1 * layerNorm4_3;
          s21 += delta3_2 * layerNorm4_1;
          s22 += delta3_2 * layerNorm4_2;
          s23 += delta3_2 * layerNorm4_3;
          s31 += delta3_3 * layerNorm4_1;
          s32 += delta3_3 * layerNorm4_2;
          s33 += delta3_3 * layerNorm4_3;
        }
      }
      dA2[i24 + j] += s11;
      dA2[i24 + j + 1] += s12;
      dA2[i24 + j + 2] += s13;
      dA2[i24_2 + j] += s21;
      dA2[i24_2 + j + 1] += s22;
      dA2[i24_2 + j + 2] += s23;
      dA2[i24_3 + j] += s31;
      dA2[i24_3 + j + 1] += s32;
      dA2[i24_3 + j + 2] += s33;
    }
  }

  // delta4 = delta3 * A2   [line 22]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 48; q++) {
          const delta3_1 = delta3[k384 + i48 + q];
          const q24 = q * 24;
          const A2_1 = A2[q24 + j];
          const A2_2 = A2[q24 + j + 1];
          const A2_3 = A2[q24 + j + 2];
          const delta3_2 = delta3[k384_2 + i48 + q];
          const delta3_3 = delta3[k384_3 + i48 + q];
          s111 += delta3_1 * A2_1;
          s112 += delta3_1 * A2_2;
          s113 += delta3_1 * A2_3;
          s121 += delta3_2 * A2_1;
          s122 += delta3_2 * A2_2;
          s123 += delta3_2 * A2_3;
          s131 += delta3_3 * A2_1;
          s132 += delta3_3 * A2_2;
          s133 += delta3_3 * A2_3;
        }
        delta4[k192_2 + i24 + j] = s111;
        delta4[k192_2 + i24 + j + 1] = s112;
        delta4[k192_2 + i24 + j + 2] = s113;
        delta4[k192_3 + i24 + j] = s121;
        delta4[k192_3 + i24 + j + 1] = s122;
        delta4[k192_3 + i24 + j + 2] = s123;
        delta4[k192_4 + i24 + j] = s131;
        delta4[k192_4 + i24 + j + 1] = s132;
        delta4[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum19 = delta3 * sum(A2, 2)
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k384_4 = k384 + 1152;
      const k384_5 = k384 + 1536;
      const k384_6 = k384 + 1920;
      for (let j = 0; j < 48; j++) {
        const delta3_1 = delta3[k384 + i48 + j];
        const j24 = j * 24;
        const delta3_2 = delta3[k384_2 + i48 + j];
        const delta3_3 = delta3[k384_3 + i48 + j];
        const delta3_4 = delta3[k384_4 + i48 + j];
        const delta3_5 = delta3[k384_5 + i48 + j];
        const delta3_6 = delta3[k384_6 + i48 + j];
        for (let q = 0; q < 24; q++) {
          const A2_1 = A2[j24 + q];
          s11 += delta3_1 * A2_1;
          s12 += delta3_2 * A2_1;
          s13 += delta3_3 * A2_1;
          s14 += delta3_4 * A2_1;
          s15 += delta3_5 * A2_1;
          s16 += delta3_6 * A2_1;
        }
      }
      const k8_2 = k * 8;
      sum19[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum19[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum19[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum19[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum19[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum19[k8_7 + i] = s16;
    }
  }

  // sum20 = sum(delta4 .* layerNorm4, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta4[k192_2 + i24 + j] * layerNorm4[k192_2 + i24 + j];
        s12 += delta4[k192_3 + i24 + j] * layerNorm4[k192_3 + i24 + j];
        s13 += delta4[k192_4 + i24 + j] * layerNorm4[k192_4 + i24 + j];
        s14 += delta4[k192_5 + i24 + j] * layerNorm4[k192_5 + i24 + j];
        s15 += delta4[k192_6 + i24 + j] * layerNorm4[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum20[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum20[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum20[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum20[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum20[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta5 = dH + (delta4 - 1/24 * reshape(sum19, [8, 1]) - 1/24 * (layerNorm4 .* reshape(sum20, [8, 1]))) ./ sqrt4   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 21]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum19[k8 + i];
      const t2 = sum20[k8 + i];
      const t3 = sqrt4[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta5[k192 + i24 + j] = dH[k192 + i24 + j] + (delta4[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm4[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // delta6 = delta5[:, 13:24] * V2_2[:, 13:24]'   [concat(zeros(8, 12), softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 13:24] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 13:24]) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 13:24] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 13:24]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta5_1 = delta5[k192_2 + i24 + q + 12];
          const V2_1 = V2_2[k192_2 + j24 + q + 12];
          const delta5_2 = delta5[k192_2 + i24 + q + 36];
          const V2_2_2 = V2_2[k192_2 + j24 + q + 36];
          const V2_3 = V2_2[k192_2 + j24 + q + 60];
          const V2_4 = V2_2[k192_2 + j24 + q + 84];
          s111 += delta5_1 * V2_1;
          s112 += delta5_2 * V2_1;
          s121 += delta5_1 * V2_2_2;
          s122 += delta5_2 * V2_2_2;
          s131 += delta5_1 * V2_3;
          s132 += delta5_2 * V2_3;
          s141 += delta5_1 * V2_4;
          s142 += delta5_2 * V2_4;
        }
        const i8 = i * 8;
        delta6[k64 + i8 + j] = s111;
        delta6[k64 + i8 + j + 8] = s112;
        delta6[k64 + i8 + j + 1] = s121;
        delta6[k64 + i8 + j + 9] = s122;
        delta6[k64 + i8 + j + 2] = s131;
        delta6[k64 + i8 + j + 10] = s132;
        delta6[k64 + i8 + j + 3] = s141;
        delta6[k64 + i8 + j + 11] = s142;
      }
    }
  }
}

/** A part of `step`: delta7, delta8, dV2, sum21, delta9, sum22, delta10 and 7 more. */
function stepPart5(params: Parameters, size: number): void {
  const { V2, K2, Q2 } = params;

  // delta7 = delta5[:, 1:12] * V2_2[:, 1:12]'   [concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 1:12], zeros(8, 12)) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta5_1 = delta5[k192 + i24 + q];
          const V2_1 = V2_2[k192 + j24 + q];
          const delta5_2 = delta5[k192 + i24 + q + 24];
          const V2_2_2 = V2_2[k192 + j24 + q + 24];
          const V2_3 = V2_2[k192 + j24 + q + 48];
          const V2_4 = V2_2[k192 + j24 + q + 72];
          s111 += delta5_1 * V2_1;
          s112 += delta5_2 * V2_1;
          s121 += delta5_1 * V2_2_2;
          s122 += delta5_2 * V2_2_2;
          s131 += delta5_1 * V2_3;
          s132 += delta5_2 * V2_3;
          s141 += delta5_1 * V2_4;
          s142 += delta5_2 * V2_4;
        }
        const i8 = i * 8;
        delta7[k64 + i8 + j] = s111;
        delta7[k64 + i8 + j + 8] = s112;
        delta7[k64 + i8 + j + 1] = s121;
        delta7[k64 + i8 + j + 9] = s122;
        delta7[k64 + i8 + j + 2] = s131;
        delta7[k64 + i8 + j + 10] = s132;
        delta7[k64 + i8 + j + 3] = s141;
        delta7[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta8 = concat(softmax3' * delta5[:, 1:12], softmax4' * delta5[:, 13:24])   [sum over every use of the value: concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2)[:, 1:12], zeros(8, 12)) with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * V2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta5_1 = delta5[k192 + q24 + j];
          const q8 = q * 8;
          const softmax3_1 = softmax3[k64 + q8 + i];
          const softmax3_2 = softmax3[k64 + q8 + i + 1];
          const delta5_2 = delta5[k192 + q24 + j + 1];
          const delta5_3 = delta5[k192 + q24 + j + 2];
          const delta5_4 = delta5[k192 + q24 + j + 3];
          s111 += delta5_1 * softmax3_1;
          s112 += delta5_1 * softmax3_2;
          s121 += delta5_2 * softmax3_1;
          s122 += delta5_2 * softmax3_2;
          s131 += delta5_3 * softmax3_1;
          s132 += delta5_3 * softmax3_2;
          s141 += delta5_4 * softmax3_1;
          s142 += delta5_4 * softmax3_2;
        }
        const i24 = i * 24;
        delta8[k192 + i24 + j] = s111;
        delta8[k192 + i24 + j + 24] = s112;
        delta8[k192 + i24 + j + 1] = s121;
        delta8[k192 + i24 + j + 25] = s122;
        delta8[k192 + i24 + j + 2] = s131;
        delta8[k192 + i24 + j + 26] = s132;
        delta8[k192 + i24 + j + 3] = s141;
        delta8[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k192 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta5_1 = delta5[k192 + q24 + j + 12];
          const q8 = q * 8;
          const softmax4_1 = softmax4[k64 + q8 + i];
          const softmax4_2 = softmax4[k64 + q8 + i + 1];
          const delta5_2 = delta5[k192 + q24 + j + 13];
          const delta5_3 = delta5[k192 + q24 + j + 14];
          const delta5_4 = delta5[k192 + q24 + j + 15];
          s111 += delta5_1 * softmax4_1;
          s112 += delta5_1 * softmax4_2;
          s121 += delta5_2 * softmax4_1;
          s122 += delta5_2 * softmax4_2;
          s131 += delta5_3 * softmax4_1;
          s132 += delta5_3 * softmax4_2;
          s141 += delta5_4 * softmax4_1;
          s142 += delta5_4 * softmax4_2;
        }
        const i24 = i * 24;
        delta8[k192 + i24 + j + 12] = s111;
        delta8[k192 + i24 + j + 36] = s112;
        delta8[k192 + i24 + j + 13] = s121;
        delta8[k192 + i24 + j + 37] = s122;
        delta8[k192 + i24 + j + 14] = s131;
        delta8[k192 + i24 + j + 38] = s132;
        delta8[k192 + i24 + j + 15] = s141;
        delta8[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dV2 = Σn layerNorm3' * delta8   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta8_1 = delta8[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta8_2 = delta8[k192 + q24 + j + 1];
          const delta8_3 = delta8[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta8_1 * layerNorm3_1;
          s12 += delta8_2 * layerNorm3_1;
          s13 += delta8_3 * layerNorm3_1;
          s21 += delta8_1 * layerNorm3_2;
          s22 += delta8_2 * layerNorm3_2;
          s23 += delta8_3 * layerNorm3_2;
          s31 += delta8_1 * layerNorm3_3;
          s32 += delta8_2 * layerNorm3_3;
          s33 += delta8_3 * layerNorm3_3;
        }
      }
      dV2[i24 + j] += s11;
      dV2[i24 + j + 1] += s12;
      dV2[i24 + j + 2] += s13;
      dV2[i24_2 + j] += s21;
      dV2[i24_2 + j + 1] += s22;
      dV2[i24_2 + j + 2] += s23;
      dV2[i24_3 + j] += s31;
      dV2[i24_3 + j + 1] += s32;
      dV2[i24_3 + j + 2] += s33;
    }
  }

  // sum21 = sum(delta6 .* softmax4, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta6[k64 + i8 + j] * softmax4[k64 + i8 + j];
        s12 += delta6[k64_2 + i8 + j] * softmax4[k64_2 + i8 + j];
        s13 += delta6[k64_3 + i8 + j] * softmax4[k64_3 + i8 + j];
        s14 += delta6[k64_4 + i8 + j] * softmax4[k64_4 + i8 + j];
        s15 += delta6[k64_5 + i8 + j] * softmax4[k64_5 + i8 + j];
      }
      const k8 = k * 8;
      sum21[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum21[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum21[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum21[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum21[k8_5 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta9 = softmax4 .* (delta6 - reshape(sum21, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum21[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta9[k64 + i8 + j] = softmax4[k64 + i8 + j] * (delta6[k64 + i8 + j] - t);
      }
    }
  }

  // sum22 = sum(delta7 .* softmax3, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta7[k64_2 + i8 + j] * softmax3[k64_2 + i8 + j];
        s12 += delta7[k64_3 + i8 + j] * softmax3[k64_3 + i8 + j];
        s13 += delta7[k64_4 + i8 + j] * softmax3[k64_4 + i8 + j];
        s14 += delta7[k64_5 + i8 + j] * softmax3[k64_5 + i8 + j];
        s15 += delta7[k64_6 + i8 + j] * softmax3[k64_6 + i8 + j];
      }
      const k8_2 = k * 8;
      sum22[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum22[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum22[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum22[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum22[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta10 = softmax3 .* (delta7 - reshape(sum22, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum22[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta10[k64 + i8 + j] = softmax3[k64 + i8 + j] * (delta7[k64 + i8 + j] - t);
      }
    }
  }

  // delta11 = concat(delta10 * K2_2[:, 1:12], delta9 * K2_2[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]' with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta10_1 = delta10[k64_2 + i8 + q];
          const q24 = q * 24;
          const K2_1 = K2_2[k192 + q24 + j];
          const delta10_2 = delta10[k64_2 + i8 + q + 8];
          const K2_2_2 = K2_2[k192 + q24 + j + 1];
          const K2_3 = K2_2[k192 + q24 + j + 2];
          const K2_4 = K2_2[k192 + q24 + j + 3];
          s111 += delta10_1 * K2_1;
          s112 += delta10_2 * K2_1;
          s121 += delta10_1 * K2_2_2;
          s122 += delta10_2 * K2_2_2;
          s131 += delta10_1 * K2_3;
          s132 += delta10_2 * K2_3;
          s141 += delta10_1 * K2_4;
          s142 += delta10_2 * K2_4;
        }
        const i24 = i * 24;
        delta11[k192 + i24 + j] = s111;
        delta11[k192 + i24 + j + 24] = s112;
        delta11[k192 + i24 + j + 1] = s121;
        delta11[k192 + i24 + j + 25] = s122;
        delta11[k192 + i24 + j + 2] = s131;
        delta11[k192 + i24 + j + 26] = s132;
        delta11[k192 + i24 + j + 3] = s141;
        delta11[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta9_1 = delta9[k64_2 + i8 + q];
          const q24 = q * 24;
          const K2_1 = K2_2[k192 + q24 + j + 12];
          const delta9_2 = delta9[k64_2 + i8 + q + 8];
          const K2_2_2 = K2_2[k192 + q24 + j + 13];
          const K2_3 = K2_2[k192 + q24 + j + 14];
          const K2_4 = K2_2[k192 + q24 + j + 15];
          s111 += delta9_1 * K2_1;
          s112 += delta9_2 * K2_1;
          s121 += delta9_1 * K2_2_2;
          s122 += delta9_2 * K2_2_2;
          s131 += delta9_1 * K2_3;
          s132 += delta9_2 * K2_3;
          s141 += delta9_1 * K2_4;
          s142 += delta9_2 * K2_4;
        }
        const i24 = i * 24;
        delta11[k192 + i24 + j + 12] = s111;
        delta11[k192 + i24 + j + 36] = s112;
        delta11[k192 + i24 + j + 13] = s121;
        delta11[k192 + i24 + j + 37] = s122;
        delta11[k192 + i24 + j + 14] = s131;
        delta11[k192 + i24 + j + 38] = s132;
        delta11[k192 + i24 + j + 15] = s141;
        delta11[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dQ2 = Σn layerNorm3' * delta11   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta11_1 = delta11[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta11_2 = delta11[k192 + q24 + j + 1];
          const delta11_3 = delta11[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta11_1 * layerNorm3_1;
          s12 += delta11_2 * layerNorm3_1;
          s13 += delta11_3 * layerNorm3_1;
          s21 += delta11_1 * layerNorm3_2;
          s22 += delta11_2 * layerNorm3_2;
          s23 += delta11_3 * layerNorm3_2;
          s31 += delta11_1 * layerNorm3_3;
          s32 += delta11_2 * layerNorm3_3;
          s33 += delta11_3 * layerNorm3_3;
        }
      }
      dQ2[i24 + j] += s11;
      dQ2[i24 + j + 1] += s12;
      dQ2[i24 + j + 2] += s13;
      dQ2[i24_2 + j] += s21;
      dQ2[i24_2 + j + 1] += s22;
      dQ2[i24_2 + j + 2] += s23;
      dQ2[i24_3 + j] += s31;
      dQ2[i24_3 + j + 1] += s32;
      dQ2[i24_3 + j + 2] += s33;
    }
  }

  // delta12 = concat(delta10' * Q2_2[:, 1:12], delta9' * Q2_2[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2)[:, 1:12] * (layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2)[:, 1:12]' with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * K2: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta10_1 = delta10[k64_2 + q8 + i];
          const q24 = q * 24;
          const Q2_1 = Q2_2[k192 + q24 + j];
          const delta10_2 = delta10[k64_2 + q8 + i + 1];
          const Q2_2_2 = Q2_2[k192 + q24 + j + 1];
          const Q2_3 = Q2_2[k192 + q24 + j + 2];
          const Q2_4 = Q2_2[k192 + q24 + j + 3];
          s111 += delta10_1 * Q2_1;
          s112 += delta10_2 * Q2_1;
          s121 += delta10_1 * Q2_2_2;
          s122 += delta10_2 * Q2_2_2;
          s131 += delta10_1 * Q2_3;
          s132 += delta10_2 * Q2_3;
          s141 += delta10_1 * Q2_4;
          s142 += delta10_2 * Q2_4;
        }
        const i24 = i * 24;
        delta12[k192 + i24 + j] = s111;
        delta12[k192 + i24 + j + 24] = s112;
        delta12[k192 + i24 + j + 1] = s121;
        delta12[k192 + i24 + j + 25] = s122;
        delta12[k192 + i24 + j + 2] = s131;
        delta12[k192 + i24 + j + 26] = s132;
        delta12[k192 + i24 + j + 3] = s141;
        delta12[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta9_1 = delta9[k64_2 + q8 + i];
          const q24 = q * 24;
          const Q2_1 = Q2_2[k192 + q24 + j + 12];
          const delta9_2 = delta9[k64_2 + q8 + i + 1];
          const Q2_2_2 = Q2_2[k192 + q24 + j + 13];
          const Q2_3 = Q2_2[k192 + q24 + j + 14];
          const Q2_4 = Q2_2[k192 + q24 + j + 15];
          s111 += delta9_1 * Q2_1;
          s112 += delta9_2 * Q2_1;
          s121 += delta9_1 * Q2_2_2;
          s122 += delta9_2 * Q2_2_2;
          s131 += delta9_1 * Q2_3;
          s132 += delta9_2 * Q2_3;
          s141 += delta9_1 * Q2_4;
          s142 += delta9_2 * Q2_4;
        }
        const i24 = i * 24;
        delta12[k192 + i24 + j + 12] = s111;
        delta12[k192 + i24 + j + 36] = s112;
        delta12[k192 + i24 + j + 13] = s121;
        delta12[k192 + i24 + j + 37] = s122;
        delta12[k192 + i24 + j + 14] = s131;
        delta12[k192 + i24 + j + 38] = s132;
        delta12[k192 + i24 + j + 15] = s141;
        delta12[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dK2 = Σn layerNorm3' * delta12   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta12_1 = delta12[k192 + q24 + j];
          const layerNorm3_1 = layerNorm3[k192 + q24 + i];
          const delta12_2 = delta12[k192 + q24 + j + 1];
          const delta12_3 = delta12[k192 + q24 + j + 2];
          const layerNorm3_2 = layerNorm3[k192 + q24 + i + 1];
          const layerNorm3_3 = layerNorm3[k192 + q24 + i + 2];
          s11 += delta12_1 * layerNorm3_1;
          s12 += delta12_2 * layerNorm3_1;
          s13 += delta12_3 * layerNorm3_1;
          s21 += delta12_1 * layerNorm3_2;
          s22 += delta12_2 * layerNorm3_2;
          s23 += delta12_3 * layerNorm3_2;
          s31 += delta12_1 * layerNorm3_3;
          s32 += delta12_2 * layerNorm3_3;
          s33 += delta12_3 * layerNorm3_3;
        }
      }
      dK2[i24 + j] += s11;
      dK2[i24 + j + 1] += s12;
      dK2[i24 + j + 2] += s13;
      dK2[i24_2 + j] += s21;
      dK2[i24_2 + j + 1] += s22;
      dK2[i24_2 + j + 2] += s23;
      dK2[i24_3 + j] += s31;
      dK2[i24_3 + j + 1] += s32;
      dK2[i24_3 + j + 2] += s33;
    }
  }

  // delta13 = delta8 * V2' + 0.2886751345948129 * (delta12 * K2') + 0.2886751345948129 * (delta11 * Q2')   [sum over every use of the value: layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2) * Q2 with respect to layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) + relu(layerNorm(E[x, :] + P + concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]), 2) * A1') * B1', 2): the other matrix transposed, times the cotangent; line 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const delta8_1 = delta8[k192 + i24 + q];
          const V2_1 = V2[j24 + q];
          const V2_2_2 = V2[j24_2 + q];
          const V2_3 = V2[j24_3 + q];
          const delta8_2 = delta8[k192_2 + i24 + q];
          const delta8_3 = delta8[k192_3 + i24 + q];
          s111 += delta8_1 * V2_1;
          s112 += delta8_1 * V2_2_2;
          s113 += delta8_1 * V2_3;
          s121 += delta8_2 * V2_1;
          s122 += delta8_2 * V2_2_2;
          s123 += delta8_2 * V2_3;
          s131 += delta8_3 * V2_1;
          s132 += delta8_3 * V2_2_2;
          s133 += delta8_3 * V2_3;
        }
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0, s131_2 = 0, s132_2 = 0, s133_2 = 0;
        for (let q = 0; q < 24; q++) {
          const delta12_1 = delta12[k192 + i24 + q];
          const K2_1 = K2[j24 + q];
          const K2_2_2 = K2[j24_2 + q];
          const K2_3 = K2[j24_3 + q];
          const delta12_2 = delta12[k192_2 + i24 + q];
          const delta12_3 = delta12[k192_3 + i24 + q];
          s111_2 += delta12_1 * K2_1;
          s112_2 += delta12_1 * K2_2_2;
          s113_2 += delta12_1 * K2_3;
          s121_2 += delta12_2 * K2_1;
          s122_2 += delta12_2 * K2_2_2;
          s123_2 += delta12_2 * K2_3;
          s131_2 += delta12_3 * K2_1;
          s132_2 += delta12_3 * K2_2_2;
          s133_2 += delta12_3 * K2_3;
        }
        let s111_3 = 0, s112_3 = 0, s113_3 = 0, s121_3 = 0, s122_3 = 0, s123_3 = 0, s131_3 = 0, s132_3 = 0, s133_3 = 0;
        for (let q = 0; q < 24; q++) {
          const delta11_1 = delta11[k192 + i24 + q];
          const Q2_1 = Q2[j24 + q];
          const Q2_2_2 = Q2[j24_2 + q];
          const Q2_3 = Q2[j24_3 + q];
          const delta11_2 = delta11[k192_2 + i24 + q];
          const delta11_3 = delta11[k192_3 + i24 + q];
          s111_3 += delta11_1 * Q2_1;
          s112_3 += delta11_1 * Q2_2_2;
          s113_3 += delta11_1 * Q2_3;
          s121_3 += delta11_2 * Q2_1;
          s122_3 += delta11_2 * Q2_2_2;
          s123_3 += delta11_2 * Q2_3;
          s131_3 += delta11_3 * Q2_1;
          s132_3 += delta11_3 * Q2_2_2;
          s133_3 += delta11_3 * Q2_3;
        }
        delta13[k192 + i24 + j] = s111 + 0.2886751345948129 * s111_2 + 0.2886751345948129 * s111_3;
        delta13[k192 + i24 + j + 1] = s112 + 0.2886751345948129 * s112_2 + 0.2886751345948129 * s112_3;
        delta13[k192 + i24 + j + 2] = s113 + 0.2886751345948129 * s113_2 + 0.2886751345948129 * s113_3;
        delta13[k192_2 + i24 + j] = s121 + 0.2886751345948129 * s121_2 + 0.2886751345948129 * s121_3;
        delta13[k192_2 + i24 + j + 1] = s122 + 0.2886751345948129 * s122_2 + 0.2886751345948129 * s122_3;
        delta13[k192_2 + i24 + j + 2] = s123 + 0.2886751345948129 * s123_2 + 0.2886751345948129 * s123_3;
        delta13[k192_3 + i24 + j] = s131 + 0.2886751345948129 * s131_2 + 0.2886751345948129 * s131_3;
        delta13[k192_3 + i24 + j + 1] = s132 + 0.2886751345948129 * s132_2 + 0.2886751345948129 * s132_3;
        delta13[k192_3 + i24 + j + 2] = s133 + 0.2886751345948129 * s133_2 + 0.2886751345948129 * s133_3;
      }
    }
  }

  // sum23 = sum(delta13, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += delta13[k192 + i24 + j];
        s12 += delta13[k192_2 + i24 + j];
        s13 += delta13[k192_3 + i24 + j];
        s14 += delta13[k192_4 + i24 + j];
        s15 += delta13[k192_5 + i24 + j];
        s16 += delta13[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum23[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum23[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum23[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum23[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum23[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum23[k8_7 + i] = s16;
    }
  }

  // sum24 = sum(delta13 .* layerNorm3, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta13[k192 + i24 + j] * layerNorm3[k192 + i24 + j];
        s12 += delta13[k192_2 + i24 + j] * layerNorm3[k192_2 + i24 + j];
        s13 += delta13[k192_3 + i24 + j] * layerNorm3[k192_3 + i24 + j];
        s14 += delta13[k192_4 + i24 + j] * layerNorm3[k192_4 + i24 + j];
        s15 += delta13[k192_5 + i24 + j] * layerNorm3[k192_5 + i24 + j];
      }
      const k8_2 = k * 8;
      sum24[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum24[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum24[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum24[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum24[k8_6 + i] = s15;
    }
  }
}

/** A part of `step`: delta14, dB1, delta15, dA1, delta16, sum25, sum26 and 10 more. */
function stepPart6(params: Parameters, size: number): void {
  const { B1, A1 } = params;

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta14 = delta5 + (delta13 - 1/24 * reshape(sum23, [8, 1]) - 1/24 * (layerNorm3 .* reshape(sum24, [8, 1]))) ./ sqrt3   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum23[k8 + i];
      const t2 = sum24[k8 + i];
      const t3 = sqrt3[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta14[k192 + i24 + j] = delta5[k192 + i24 + j] + (delta13[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm3[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // dB1 = Σn delta14' * relu3   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 24; i += 3) {
    const i48 = i * 48;
    const i48_2 = i48 + 48;
    const i48_3 = i48 + 96;
    for (let j = 0; j < 48; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        const k384 = k * 384;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta14_1 = delta14[k192_2 + q24 + i];
          const q48 = q * 48;
          const relu_1 = relu3[k384 + q48 + j];
          const relu_2 = relu3[k384 + q48 + j + 1];
          const relu_3 = relu3[k384 + q48 + j + 2];
          const delta14_2 = delta14[k192_2 + q24 + i + 1];
          const delta14_3 = delta14[k192_2 + q24 + i + 2];
          s11 += delta14_1 * relu_1;
          s12 += delta14_1 * relu_2;
          s13 += delta14_1 * relu_3;
          s21 += delta14_2 * relu_1;
          s22 += delta14_2 * relu_2;
          s23 += delta14_2 * relu_3;
          s31 += delta14_3 * relu_1;
          s32 += delta14_3 * relu_2;
          s33 += delta14_3 * relu_3;
        }
      }
      dB1[i48 + j] += s11;
      dB1[i48 + j + 1] += s12;
      dB1[i48 + j + 2] += s13;
      dB1[i48_2 + j] += s21;
      dB1[i48_2 + j + 1] += s22;
      dB1[i48_2 + j + 2] += s23;
      dB1[i48_3 + j] += s31;
      dB1[i48_3 + j + 1] += s32;
      dB1[i48_3 + j + 2] += s33;
    }
  }

  // delta15 = relu3 > 0 ? delta14 * B1 : 0   [EQ2, error of a hidden layer: δ = (wᵀ δ of the next layer) ⊙ σ'(z); line 22]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    const i48 = i * 48;
    for (let k = 0; k < size; k += 3) {
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      for (let j = 0; j < 48; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 24; q++) {
          const delta14_1 = delta14[k192_2 + i24 + q];
          const q48 = q * 48;
          const B1_1 = B1[q48 + j];
          const B1_2 = B1[q48 + j + 1];
          const B1_3 = B1[q48 + j + 2];
          const delta14_2 = delta14[k192_3 + i24 + q];
          const delta14_3 = delta14[k192_4 + i24 + q];
          s111 += delta14_1 * B1_1;
          s112 += delta14_1 * B1_2;
          s113 += delta14_1 * B1_3;
          s121 += delta14_2 * B1_1;
          s122 += delta14_2 * B1_2;
          s123 += delta14_2 * B1_3;
          s131 += delta14_3 * B1_1;
          s132 += delta14_3 * B1_2;
          s133 += delta14_3 * B1_3;
        }
        delta15[k384 + i48 + j] = relu3[k384 + i48 + j] > 0 ? s111 : 0;
        delta15[k384 + i48 + j + 1] = relu3[k384 + i48 + j + 1] > 0 ? s112 : 0;
        delta15[k384 + i48 + j + 2] = relu3[k384 + i48 + j + 2] > 0 ? s113 : 0;
        delta15[k384_2 + i48 + j] = relu3[k384_2 + i48 + j] > 0 ? s121 : 0;
        delta15[k384_2 + i48 + j + 1] = relu3[k384_2 + i48 + j + 1] > 0 ? s122 : 0;
        delta15[k384_2 + i48 + j + 2] = relu3[k384_2 + i48 + j + 2] > 0 ? s123 : 0;
        delta15[k384_3 + i48 + j] = relu3[k384_3 + i48 + j] > 0 ? s131 : 0;
        delta15[k384_3 + i48 + j + 1] = relu3[k384_3 + i48 + j + 1] > 0 ? s132 : 0;
        delta15[k384_3 + i48 + j + 2] = relu3[k384_3 + i48 + j + 2] > 0 ? s133 : 0;
      }
    }
  }

  // dA1 = Σn delta15' * layerNorm2_2   [EQ4: ∂C/∂w = δ aᵀ; line 22]
  for (let i = 0; i < 48; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k384 = k * 384;
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q48 = q * 48;
          const delta15_1 = delta15[k384 + q48 + i];
          const q24 = q * 24;
          const layerNorm2_1 = layerNorm2_2[k192_2 + q24 + j];
          const layerNorm2_2_2 = layerNorm2_2[k192_2 + q24 + j + 1];
          const layerNorm2_3 = layerNorm2_2[k192_2 + q24 + j + 2];
          const delta15_2 = delta15[k384 + q48 + i + 1];
          const delta15_3 = delta15[k384 + q48 + i + 2];
          s11 += delta15_1 * layerNorm2_1;
          s12 += delta15_1 * layerNorm2_2_2;
          s13 += delta15_1 * layerNorm2_3;
          s21 += delta15_2 * layerNorm2_1;
          s22 += delta15_2 * layerNorm2_2_2;
          s23 += delta15_2 * layerNorm2_3;
          s31 += delta15_3 * layerNorm2_1;
          s32 += delta15_3 * layerNorm2_2_2;
          s33 += delta15_3 * layerNorm2_3;
        }
      }
      dA1[i24 + j] += s11;
      dA1[i24 + j + 1] += s12;
      dA1[i24 + j + 2] += s13;
      dA1[i24_2 + j] += s21;
      dA1[i24_2 + j + 1] += s22;
      dA1[i24_2 + j + 2] += s23;
      dA1[i24_3 + j] += s31;
      dA1[i24_3 + j + 1] += s32;
      dA1[i24_3 + j + 2] += s33;
    }
  }

  // delta16 = delta15 * A1   [line 22]
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        for (let q = 0; q < 48; q++) {
          const delta15_1 = delta15[k384 + i48 + q];
          const q24 = q * 24;
          const A1_1 = A1[q24 + j];
          const A1_2 = A1[q24 + j + 1];
          const A1_3 = A1[q24 + j + 2];
          const delta15_2 = delta15[k384_2 + i48 + q];
          const delta15_3 = delta15[k384_3 + i48 + q];
          s111 += delta15_1 * A1_1;
          s112 += delta15_1 * A1_2;
          s113 += delta15_1 * A1_3;
          s121 += delta15_2 * A1_1;
          s122 += delta15_2 * A1_2;
          s123 += delta15_2 * A1_3;
          s131 += delta15_3 * A1_1;
          s132 += delta15_3 * A1_2;
          s133 += delta15_3 * A1_3;
        }
        delta16[k192_2 + i24 + j] = s111;
        delta16[k192_2 + i24 + j + 1] = s112;
        delta16[k192_2 + i24 + j + 2] = s113;
        delta16[k192_3 + i24 + j] = s121;
        delta16[k192_3 + i24 + j + 1] = s122;
        delta16[k192_3 + i24 + j + 2] = s123;
        delta16[k192_4 + i24 + j] = s131;
        delta16[k192_4 + i24 + j + 1] = s132;
        delta16[k192_4 + i24 + j + 2] = s133;
      }
    }
  }

  // sum25 = delta15 * sum(A1, 2)
  for (let i = 0; i < 8; i++) {
    const i48 = i * 48;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k384 = k * 384;
      const k384_2 = k384 + 384;
      const k384_3 = k384 + 768;
      const k384_4 = k384 + 1152;
      const k384_5 = k384 + 1536;
      const k384_6 = k384 + 1920;
      for (let j = 0; j < 48; j++) {
        const delta15_1 = delta15[k384 + i48 + j];
        const j24 = j * 24;
        const delta15_2 = delta15[k384_2 + i48 + j];
        const delta15_3 = delta15[k384_3 + i48 + j];
        const delta15_4 = delta15[k384_4 + i48 + j];
        const delta15_5 = delta15[k384_5 + i48 + j];
        const delta15_6 = delta15[k384_6 + i48 + j];
        for (let q = 0; q < 24; q++) {
          const A1_1 = A1[j24 + q];
          s11 += delta15_1 * A1_1;
          s12 += delta15_2 * A1_1;
          s13 += delta15_3 * A1_1;
          s14 += delta15_4 * A1_1;
          s15 += delta15_5 * A1_1;
          s16 += delta15_6 * A1_1;
        }
      }
      const k8_2 = k * 8;
      sum25[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum25[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum25[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum25[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum25[k8_6 + i] = s15;
      const k8_7 = k8_2 + 40;
      sum25[k8_7 + i] = s16;
    }
  }

  // sum26 = sum(delta16 .* layerNorm2_2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192_2 = k * 192;
      const k192_3 = k192_2 + 192;
      const k192_4 = k192_2 + 384;
      const k192_5 = k192_2 + 576;
      const k192_6 = k192_2 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta16[k192_2 + i24 + j] * layerNorm2_2[k192_2 + i24 + j];
        s12 += delta16[k192_3 + i24 + j] * layerNorm2_2[k192_3 + i24 + j];
        s13 += delta16[k192_4 + i24 + j] * layerNorm2_2[k192_4 + i24 + j];
        s14 += delta16[k192_5 + i24 + j] * layerNorm2_2[k192_5 + i24 + j];
        s15 += delta16[k192_6 + i24 + j] * layerNorm2_2[k192_6 + i24 + j];
      }
      const k8_2 = k * 8;
      sum26[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum26[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum26[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum26[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum26[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k192 = k * 192;

    // delta17 = delta14 + (delta16 - 1/24 * reshape(sum25, [8, 1]) - 1/24 * (layerNorm2_2 .* reshape(sum26, [8, 1]))) ./ sqrt2_2   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 21]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum25[k8 + i];
      const t2 = sum26[k8 + i];
      const t3 = sqrt2_2[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta17[k192 + i24 + j] = delta14[k192 + i24 + j] + (delta16[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm2_2[k192 + i24 + j] * t2)) / t3;
      }
    }
  }

  // delta18 = delta17[:, 13:24] * V[:, 13:24]'   [concat(zeros(8, 12), softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 13:24]) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 13:24] * (layerNorm(E[x, :] + P, 2) * K1)[:, 13:24]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta17_1 = delta17[k192_2 + i24 + q + 12];
          const V_1 = V[k192_2 + j24 + q + 12];
          const delta17_2 = delta17[k192_2 + i24 + q + 36];
          const V_2 = V[k192_2 + j24 + q + 36];
          const V_3 = V[k192_2 + j24 + q + 60];
          const V_4 = V[k192_2 + j24 + q + 84];
          s111 += delta17_1 * V_1;
          s112 += delta17_2 * V_1;
          s121 += delta17_1 * V_2;
          s122 += delta17_2 * V_2;
          s131 += delta17_1 * V_3;
          s132 += delta17_2 * V_3;
          s141 += delta17_1 * V_4;
          s142 += delta17_2 * V_4;
        }
        const i8 = i * 8;
        delta18[k64 + i8 + j] = s111;
        delta18[k64 + i8 + j + 8] = s112;
        delta18[k64 + i8 + j + 1] = s121;
        delta18[k64 + i8 + j + 9] = s122;
        delta18[k64 + i8 + j + 2] = s131;
        delta18[k64 + i8 + j + 10] = s132;
        delta18[k64 + i8 + j + 3] = s141;
        delta18[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta19 = delta17[:, 1:12] * V[:, 1:12]'   [concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], zeros(8, 12)) with respect to softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2): the other matrix transposed, times the cotangent]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 8; j += 4) {
      const j24 = j * 24;
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i24 = i * 24;
        for (let q = 0; q < 12; q++) {
          const delta17_1 = delta17[k192_2 + i24 + q];
          const V_1 = V[k192_2 + j24 + q];
          const delta17_2 = delta17[k192_2 + i24 + q + 24];
          const V_2 = V[k192_2 + j24 + q + 24];
          const V_3 = V[k192_2 + j24 + q + 48];
          const V_4 = V[k192_2 + j24 + q + 72];
          s111 += delta17_1 * V_1;
          s112 += delta17_2 * V_1;
          s121 += delta17_1 * V_2;
          s122 += delta17_2 * V_2;
          s131 += delta17_1 * V_3;
          s132 += delta17_2 * V_3;
          s141 += delta17_1 * V_4;
          s142 += delta17_2 * V_4;
        }
        const i8 = i * 8;
        delta19[k64 + i8 + j] = s111;
        delta19[k64 + i8 + j + 8] = s112;
        delta19[k64 + i8 + j + 1] = s121;
        delta19[k64 + i8 + j + 9] = s122;
        delta19[k64 + i8 + j + 2] = s131;
        delta19[k64 + i8 + j + 10] = s132;
        delta19[k64 + i8 + j + 3] = s141;
        delta19[k64 + i8 + j + 11] = s142;
      }
    }
  }

  // delta20 = concat(softmax2' * delta17[:, 1:12], softmax2_2' * delta17[:, 13:24])   [sum over every use of the value: concat(softmax(0.2886751345948129 * ((layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]'), 2) * (layerNorm(E[x, :] + P, 2) * V1)[:, 1:12], zeros(8, 12)) with respect to layerNorm(E[x, :] + P, 2) * V1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta17_1 = delta17[k192_2 + q24 + j];
          const q8 = q * 8;
          const softmax_1 = softmax2[k64 + q8 + i];
          const softmax_2 = softmax2[k64 + q8 + i + 1];
          const delta17_2 = delta17[k192_2 + q24 + j + 1];
          const delta17_3 = delta17[k192_2 + q24 + j + 2];
          const delta17_4 = delta17[k192_2 + q24 + j + 3];
          s111 += delta17_1 * softmax_1;
          s112 += delta17_1 * softmax_2;
          s121 += delta17_2 * softmax_1;
          s122 += delta17_2 * softmax_2;
          s131 += delta17_3 * softmax_1;
          s132 += delta17_3 * softmax_2;
          s141 += delta17_4 * softmax_1;
          s142 += delta17_4 * softmax_2;
        }
        const i24 = i * 24;
        delta20[k192_2 + i24 + j] = s111;
        delta20[k192_2 + i24 + j + 24] = s112;
        delta20[k192_2 + i24 + j + 1] = s121;
        delta20[k192_2 + i24 + j + 25] = s122;
        delta20[k192_2 + i24 + j + 2] = s131;
        delta20[k192_2 + i24 + j + 26] = s132;
        delta20[k192_2 + i24 + j + 3] = s141;
        delta20[k192_2 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k192_2 = k * 192;
    const k64 = k * 64;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta17_1 = delta17[k192_2 + q24 + j + 12];
          const q8 = q * 8;
          const softmax2_1 = softmax2_2[k64 + q8 + i];
          const softmax2_2_2 = softmax2_2[k64 + q8 + i + 1];
          const delta17_2 = delta17[k192_2 + q24 + j + 13];
          const delta17_3 = delta17[k192_2 + q24 + j + 14];
          const delta17_4 = delta17[k192_2 + q24 + j + 15];
          s111 += delta17_1 * softmax2_1;
          s112 += delta17_1 * softmax2_2_2;
          s121 += delta17_2 * softmax2_1;
          s122 += delta17_2 * softmax2_2_2;
          s131 += delta17_3 * softmax2_1;
          s132 += delta17_3 * softmax2_2_2;
          s141 += delta17_4 * softmax2_1;
          s142 += delta17_4 * softmax2_2_2;
        }
        const i24 = i * 24;
        delta20[k192_2 + i24 + j + 12] = s111;
        delta20[k192_2 + i24 + j + 36] = s112;
        delta20[k192_2 + i24 + j + 13] = s121;
        delta20[k192_2 + i24 + j + 37] = s122;
        delta20[k192_2 + i24 + j + 14] = s131;
        delta20[k192_2 + i24 + j + 38] = s132;
        delta20[k192_2 + i24 + j + 15] = s141;
        delta20[k192_2 + i24 + j + 39] = s142;
      }
    }
  }

  // dV1 = Σn layerNorm2' * delta20   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192_2 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta20_1 = delta20[k192_2 + q24 + j];
          const layerNorm_1 = layerNorm2[k192_2 + q24 + i];
          const delta20_2 = delta20[k192_2 + q24 + j + 1];
          const delta20_3 = delta20[k192_2 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192_2 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192_2 + q24 + i + 2];
          s11 += delta20_1 * layerNorm_1;
          s12 += delta20_2 * layerNorm_1;
          s13 += delta20_3 * layerNorm_1;
          s21 += delta20_1 * layerNorm_2;
          s22 += delta20_2 * layerNorm_2;
          s23 += delta20_3 * layerNorm_2;
          s31 += delta20_1 * layerNorm_3;
          s32 += delta20_2 * layerNorm_3;
          s33 += delta20_3 * layerNorm_3;
        }
      }
      dV1[i24 + j] += s11;
      dV1[i24 + j + 1] += s12;
      dV1[i24 + j + 2] += s13;
      dV1[i24_2 + j] += s21;
      dV1[i24_2 + j + 1] += s22;
      dV1[i24_2 + j + 2] += s23;
      dV1[i24_3 + j] += s31;
      dV1[i24_3 + j + 1] += s32;
      dV1[i24_3 + j + 2] += s33;
    }
  }

  // sum27 = sum(delta18 .* softmax2_2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64 = k * 64;
      const k64_2 = k64 + 64;
      const k64_3 = k64 + 128;
      const k64_4 = k64 + 192;
      const k64_5 = k64 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta18[k64 + i8 + j] * softmax2_2[k64 + i8 + j];
        s12 += delta18[k64_2 + i8 + j] * softmax2_2[k64_2 + i8 + j];
        s13 += delta18[k64_3 + i8 + j] * softmax2_2[k64_3 + i8 + j];
        s14 += delta18[k64_4 + i8 + j] * softmax2_2[k64_4 + i8 + j];
        s15 += delta18[k64_5 + i8 + j] * softmax2_2[k64_5 + i8 + j];
      }
      const k8_2 = k * 8;
      sum27[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum27[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum27[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum27[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum27[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta21 = softmax2_2 .* (delta18 - reshape(sum27, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum27[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta21[k64 + i8 + j] = softmax2_2[k64 + i8 + j] * (delta18[k64 + i8 + j] - t);
      }
    }
  }

  // sum28 = sum(delta19 .* softmax2, 2)
  for (let i = 0; i < 8; i++) {
    const i8 = i * 8;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k64_2 = k * 64;
      const k64_3 = k64_2 + 64;
      const k64_4 = k64_2 + 128;
      const k64_5 = k64_2 + 192;
      const k64_6 = k64_2 + 256;
      for (let j = 0; j < 8; j++) {
        s11 += delta19[k64_2 + i8 + j] * softmax2[k64_2 + i8 + j];
        s12 += delta19[k64_3 + i8 + j] * softmax2[k64_3 + i8 + j];
        s13 += delta19[k64_4 + i8 + j] * softmax2[k64_4 + i8 + j];
        s14 += delta19[k64_5 + i8 + j] * softmax2[k64_5 + i8 + j];
        s15 += delta19[k64_6 + i8 + j] * softmax2[k64_6 + i8 + j];
      }
      const k8_2 = k * 8;
      sum28[k8_2 + i] = s11;
      const k8_3 = k8_2 + 8;
      sum28[k8_3 + i] = s12;
      const k8_4 = k8_2 + 16;
      sum28[k8_4 + i] = s13;
      const k8_5 = k8_2 + 24;
      sum28[k8_5 + i] = s14;
      const k8_6 = k8_2 + 32;
      sum28[k8_6 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const k8 = k * 8;
    const k64 = k * 64;

    // delta22 = softmax2 .* (delta19 - reshape(sum28, [8, 1]))   [chain rule through softmax: dx = y .* (g - sum(g .* y)); line 19]
    for (let i = 0; i < 8; i++) {
      const i8 = i * 8;
      const t = sum28[k8 + i];
      for (let j = 0; j < 8; j++) {
        delta22[k64 + i8 + j] = softmax2[k64 + i8 + j] * (delta19[k64 + i8 + j] - t);
      }
    }
  }

  // delta23 = concat(delta22 * K[:, 1:12], delta21 * K[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]' with respect to layerNorm(E[x, :] + P, 2) * Q1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta22_1 = delta22[k64_2 + i8 + q];
          const q24 = q * 24;
          const K_1 = K[k192_2 + q24 + j];
          const delta22_2 = delta22[k64_2 + i8 + q + 8];
          const K_2 = K[k192_2 + q24 + j + 1];
          const K_3 = K[k192_2 + q24 + j + 2];
          const K_4 = K[k192_2 + q24 + j + 3];
          s111 += delta22_1 * K_1;
          s112 += delta22_2 * K_1;
          s121 += delta22_1 * K_2;
          s122 += delta22_2 * K_2;
          s131 += delta22_1 * K_3;
          s132 += delta22_2 * K_3;
          s141 += delta22_1 * K_4;
          s142 += delta22_2 * K_4;
        }
        const i24 = i * 24;
        delta23[k192_2 + i24 + j] = s111;
        delta23[k192_2 + i24 + j + 24] = s112;
        delta23[k192_2 + i24 + j + 1] = s121;
        delta23[k192_2 + i24 + j + 25] = s122;
        delta23[k192_2 + i24 + j + 2] = s131;
        delta23[k192_2 + i24 + j + 26] = s132;
        delta23[k192_2 + i24 + j + 3] = s141;
        delta23[k192_2 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64_2 = k * 64;
    const k192_2 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        const i8 = i * 8;
        for (let q = 0; q < 8; q++) {
          const delta21_1 = delta21[k64_2 + i8 + q];
          const q24 = q * 24;
          const K_1 = K[k192_2 + q24 + j + 12];
          const delta21_2 = delta21[k64_2 + i8 + q + 8];
          const K_2 = K[k192_2 + q24 + j + 13];
          const K_3 = K[k192_2 + q24 + j + 14];
          const K_4 = K[k192_2 + q24 + j + 15];
          s111 += delta21_1 * K_1;
          s112 += delta21_2 * K_1;
          s121 += delta21_1 * K_2;
          s122 += delta21_2 * K_2;
          s131 += delta21_1 * K_3;
          s132 += delta21_2 * K_3;
          s141 += delta21_1 * K_4;
          s142 += delta21_2 * K_4;
        }
        const i24 = i * 24;
        delta23[k192_2 + i24 + j + 12] = s111;
        delta23[k192_2 + i24 + j + 36] = s112;
        delta23[k192_2 + i24 + j + 13] = s121;
        delta23[k192_2 + i24 + j + 37] = s122;
        delta23[k192_2 + i24 + j + 14] = s131;
        delta23[k192_2 + i24 + j + 38] = s132;
        delta23[k192_2 + i24 + j + 15] = s141;
        delta23[k192_2 + i24 + j + 39] = s142;
      }
    }
  }
}

/** A part of `step`: dQ1, delta24, dK1, delta25, sum29, sum30, delta26 and 2 more. */
function stepPart7(params: Parameters, data: Examples, size: number): void {
  const { V1, K1, Q1 } = params;
  const { x } = data.columns;

  // dQ1 = Σn layerNorm2' * delta23   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta23_1 = delta23[k192 + q24 + j];
          const layerNorm_1 = layerNorm2[k192 + q24 + i];
          const delta23_2 = delta23[k192 + q24 + j + 1];
          const delta23_3 = delta23[k192 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192 + q24 + i + 2];
          s11 += delta23_1 * layerNorm_1;
          s12 += delta23_2 * layerNorm_1;
          s13 += delta23_3 * layerNorm_1;
          s21 += delta23_1 * layerNorm_2;
          s22 += delta23_2 * layerNorm_2;
          s23 += delta23_3 * layerNorm_2;
          s31 += delta23_1 * layerNorm_3;
          s32 += delta23_2 * layerNorm_3;
          s33 += delta23_3 * layerNorm_3;
        }
      }
      dQ1[i24 + j] += s11;
      dQ1[i24 + j + 1] += s12;
      dQ1[i24 + j + 2] += s13;
      dQ1[i24_2 + j] += s21;
      dQ1[i24_2 + j + 1] += s22;
      dQ1[i24_2 + j + 2] += s23;
      dQ1[i24_3 + j] += s31;
      dQ1[i24_3 + j + 1] += s32;
      dQ1[i24_3 + j + 2] += s33;
    }
  }

  // delta24 = concat(delta22' * Q[:, 1:12], delta21' * Q[:, 13:24])   [sum over every use of the value: (layerNorm(E[x, :] + P, 2) * Q1)[:, 1:12] * (layerNorm(E[x, :] + P, 2) * K1)[:, 1:12]' with respect to layerNorm(E[x, :] + P, 2) * K1: the other matrix transposed, times the cotangent; line 21]
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta22_1 = delta22[k64 + q8 + i];
          const q24 = q * 24;
          const Q_1 = Q[k192 + q24 + j];
          const delta22_2 = delta22[k64 + q8 + i + 1];
          const Q_2 = Q[k192 + q24 + j + 1];
          const Q_3 = Q[k192 + q24 + j + 2];
          const Q_4 = Q[k192 + q24 + j + 3];
          s111 += delta22_1 * Q_1;
          s112 += delta22_2 * Q_1;
          s121 += delta22_1 * Q_2;
          s122 += delta22_2 * Q_2;
          s131 += delta22_1 * Q_3;
          s132 += delta22_2 * Q_3;
          s141 += delta22_1 * Q_4;
          s142 += delta22_2 * Q_4;
        }
        const i24 = i * 24;
        delta24[k192 + i24 + j] = s111;
        delta24[k192 + i24 + j + 24] = s112;
        delta24[k192 + i24 + j + 1] = s121;
        delta24[k192 + i24 + j + 25] = s122;
        delta24[k192 + i24 + j + 2] = s131;
        delta24[k192 + i24 + j + 26] = s132;
        delta24[k192 + i24 + j + 3] = s141;
        delta24[k192 + i24 + j + 27] = s142;
      }
    }
  }
  for (let k = 0; k < size; k++) {
    const k64 = k * 64;
    const k192 = k * 192;
    for (let j = 0; j < 12; j += 4) {
      for (let i = 0; i < 8; i += 2) {
        let s111 = 0, s112 = 0, s121 = 0, s122 = 0, s131 = 0, s132 = 0, s141 = 0, s142 = 0;
        for (let q = 0; q < 8; q++) {
          const q8 = q * 8;
          const delta21_1 = delta21[k64 + q8 + i];
          const q24 = q * 24;
          const Q_1 = Q[k192 + q24 + j + 12];
          const delta21_2 = delta21[k64 + q8 + i + 1];
          const Q_2 = Q[k192 + q24 + j + 13];
          const Q_3 = Q[k192 + q24 + j + 14];
          const Q_4 = Q[k192 + q24 + j + 15];
          s111 += delta21_1 * Q_1;
          s112 += delta21_2 * Q_1;
          s121 += delta21_1 * Q_2;
          s122 += delta21_2 * Q_2;
          s131 += delta21_1 * Q_3;
          s132 += delta21_2 * Q_3;
          s141 += delta21_1 * Q_4;
          s142 += delta21_2 * Q_4;
        }
        const i24 = i * 24;
        delta24[k192 + i24 + j + 12] = s111;
        delta24[k192 + i24 + j + 36] = s112;
        delta24[k192 + i24 + j + 13] = s121;
        delta24[k192 + i24 + j + 37] = s122;
        delta24[k192 + i24 + j + 14] = s131;
        delta24[k192 + i24 + j + 38] = s132;
        delta24[k192 + i24 + j + 15] = s141;
        delta24[k192 + i24 + j + 39] = s142;
      }
    }
  }

  // dK1 = Σn layerNorm2' * delta24   [EQ4: ∂C/∂w = δ aᵀ; line 21]
  for (let i = 0; i < 24; i += 3) {
    const i24 = i * 24;
    const i24_2 = i24 + 24;
    const i24_3 = i24 + 48;
    for (let j = 0; j < 24; j += 3) {
      let s11 = 0, s12 = 0, s13 = 0, s21 = 0, s22 = 0, s23 = 0, s31 = 0, s32 = 0, s33 = 0;
      for (let k = 0; k < size; k++) {
        const k192 = k * 192;
        for (let q = 0; q < 8; q++) {
          const q24 = q * 24;
          const delta24_1 = delta24[k192 + q24 + j];
          const layerNorm_1 = layerNorm2[k192 + q24 + i];
          const delta24_2 = delta24[k192 + q24 + j + 1];
          const delta24_3 = delta24[k192 + q24 + j + 2];
          const layerNorm_2 = layerNorm2[k192 + q24 + i + 1];
          const layerNorm_3 = layerNorm2[k192 + q24 + i + 2];
          s11 += delta24_1 * layerNorm_1;
          s12 += delta24_2 * layerNorm_1;
          s13 += delta24_3 * layerNorm_1;
          s21 += delta24_1 * layerNorm_2;
          s22 += delta24_2 * layerNorm_2;
          s23 += delta24_3 * layerNorm_2;
          s31 += delta24_1 * layerNorm_3;
          s32 += delta24_2 * layerNorm_3;
          s33 += delta24_3 * layerNorm_3;
        }
      }
      dK1[i24 + j] += s11;
      dK1[i24 + j + 1] += s12;
      dK1[i24 + j + 2] += s13;
      dK1[i24_2 + j] += s21;
      dK1[i24_2 + j + 1] += s22;
      dK1[i24_2 + j + 2] += s23;
      dK1[i24_3 + j] += s31;
      dK1[i24_3 + j + 1] += s32;
      dK1[i24_3 + j + 2] += s33;
    }
  }

  // delta25 = delta20 * V1' + 0.2886751345948129 * (delta24 * K1') + 0.2886751345948129 * (delta23 * Q1')   [sum over every use of the value: layerNorm(E[x, :] + P, 2) * Q1 with respect to layerNorm(E[x, :] + P, 2): the other matrix transposed, times the cotangent; line 21]
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 3) {
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      for (let j = 0; j < 24; j += 3) {
        let s111 = 0, s112 = 0, s113 = 0, s121 = 0, s122 = 0, s123 = 0, s131 = 0, s132 = 0, s133 = 0;
        const j24 = j * 24;
        const j24_2 = j24 + 24;
        const j24_3 = j24 + 48;
        for (let q = 0; q < 24; q++) {
          const delta20_1 = delta20[k192 + i24 + q];
          const V1_1 = V1[j24 + q];
          const V1_2 = V1[j24_2 + q];
          const V1_3 = V1[j24_3 + q];
          const delta20_2 = delta20[k192_2 + i24 + q];
          const delta20_3 = delta20[k192_3 + i24 + q];
          s111 += delta20_1 * V1_1;
          s112 += delta20_1 * V1_2;
          s113 += delta20_1 * V1_3;
          s121 += delta20_2 * V1_1;
          s122 += delta20_2 * V1_2;
          s123 += delta20_2 * V1_3;
          s131 += delta20_3 * V1_1;
          s132 += delta20_3 * V1_2;
          s133 += delta20_3 * V1_3;
        }
        let s111_2 = 0, s112_2 = 0, s113_2 = 0, s121_2 = 0, s122_2 = 0, s123_2 = 0, s131_2 = 0, s132_2 = 0, s133_2 = 0;
        for (let q = 0; q < 24; q++) {
          const delta24_1 = delta24[k192 + i24 + q];
          const K1_1 = K1[j24 + q];
          const K1_2 = K1[j24_2 + q];
          const K1_3 = K1[j24_3 + q];
          const delta24_2 = delta24[k192_2 + i24 + q];
          const delta24_3 = delta24[k192_3 + i24 + q];
          s111_2 += delta24_1 * K1_1;
          s112_2 += delta24_1 * K1_2;
          s113_2 += delta24_1 * K1_3;
          s121_2 += delta24_2 * K1_1;
          s122_2 += delta24_2 * K1_2;
          s123_2 += delta24_2 * K1_3;
          s131_2 += delta24_3 * K1_1;
          s132_2 += delta24_3 * K1_2;
          s133_2 += delta24_3 * K1_3;
        }
        let s111_3 = 0, s112_3 = 0, s113_3 = 0, s121_3 = 0, s122_3 = 0, s123_3 = 0, s131_3 = 0, s132_3 = 0, s133_3 = 0;
        for (let q = 0; q < 24; q++) {
          const delta23_1 = delta23[k192 + i24 + q];
          const Q1_1 = Q1[j24 + q];
          const Q1_2 = Q1[j24_2 + q];
          const Q1_3 = Q1[j24_3 + q];
          const delta23_2 = delta23[k192_2 + i24 + q];
          const delta23_3 = delta23[k192_3 + i24 + q];
          s111_3 += delta23_1 * Q1_1;
          s112_3 += delta23_1 * Q1_2;
          s113_3 += delta23_1 * Q1_3;
          s121_3 += delta23_2 * Q1_1;
          s122_3 += delta23_2 * Q1_2;
          s123_3 += delta23_2 * Q1_3;
          s131_3 += delta23_3 * Q1_1;
          s132_3 += delta23_3 * Q1_2;
          s133_3 += delta23_3 * Q1_3;
        }
        delta25[k192 + i24 + j] = s111 + 0.2886751345948129 * s111_2 + 0.2886751345948129 * s111_3;
        delta25[k192 + i24 + j + 1] = s112 + 0.2886751345948129 * s112_2 + 0.2886751345948129 * s112_3;
        delta25[k192 + i24 + j + 2] = s113 + 0.2886751345948129 * s113_2 + 0.2886751345948129 * s113_3;
        delta25[k192_2 + i24 + j] = s121 + 0.2886751345948129 * s121_2 + 0.2886751345948129 * s121_3;
        delta25[k192_2 + i24 + j + 1] = s122 + 0.2886751345948129 * s122_2 + 0.2886751345948129 * s122_3;
        delta25[k192_2 + i24 + j + 2] = s123 + 0.2886751345948129 * s123_2 + 0.2886751345948129 * s123_3;
        delta25[k192_3 + i24 + j] = s131 + 0.2886751345948129 * s131_2 + 0.2886751345948129 * s131_3;
        delta25[k192_3 + i24 + j + 1] = s132 + 0.2886751345948129 * s132_2 + 0.2886751345948129 * s132_3;
        delta25[k192_3 + i24 + j + 2] = s133 + 0.2886751345948129 * s133_2 + 0.2886751345948129 * s133_3;
      }
    }
  }

  // sum29 = sum(delta25, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 6) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0, s16 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      const k192_6 = k192 + 960;
      for (let j = 0; j < 24; j++) {
        s11 += delta25[k192 + i24 + j];
        s12 += delta25[k192_2 + i24 + j];
        s13 += delta25[k192_3 + i24 + j];
        s14 += delta25[k192_4 + i24 + j];
        s15 += delta25[k192_5 + i24 + j];
        s16 += delta25[k192_6 + i24 + j];
      }
      const k8 = k * 8;
      sum29[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum29[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum29[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum29[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum29[k8_5 + i] = s15;
      const k8_6 = k8 + 40;
      sum29[k8_6 + i] = s16;
    }
  }

  // sum30 = sum(delta25 .* layerNorm2, 2)
  for (let i = 0; i < 8; i++) {
    const i24 = i * 24;
    for (let k = 0; k < size; k += 5) {
      let s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
      const k192 = k * 192;
      const k192_2 = k192 + 192;
      const k192_3 = k192 + 384;
      const k192_4 = k192 + 576;
      const k192_5 = k192 + 768;
      for (let j = 0; j < 24; j++) {
        s11 += delta25[k192 + i24 + j] * layerNorm2[k192 + i24 + j];
        s12 += delta25[k192_2 + i24 + j] * layerNorm2[k192_2 + i24 + j];
        s13 += delta25[k192_3 + i24 + j] * layerNorm2[k192_3 + i24 + j];
        s14 += delta25[k192_4 + i24 + j] * layerNorm2[k192_4 + i24 + j];
        s15 += delta25[k192_5 + i24 + j] * layerNorm2[k192_5 + i24 + j];
      }
      const k8 = k * 8;
      sum30[k8 + i] = s11;
      const k8_2 = k8 + 8;
      sum30[k8_2 + i] = s12;
      const k8_3 = k8 + 16;
      sum30[k8_3 + i] = s13;
      const k8_4 = k8 + 24;
      sum30[k8_4 + i] = s14;
      const k8_5 = k8 + 32;
      sum30[k8_5 + i] = s15;
    }
  }

  for (let k = 0; k < size; k++) {
    const row = rows[k];
    const row8 = row * 8;
    const k8 = k * 8;
    const k192 = k * 192;

    // delta26 = delta17 + (delta25 - 1/24 * reshape(sum29, [8, 1]) - 1/24 * (layerNorm2 .* reshape(sum30, [8, 1]))) ./ sqrt2   [sum over every use of the value: chain rule through layerNorm: dx = (g - mean(g) - y .* mean(g .* y)) ./ sqrt(mean(square(x - mean(x))) + 1e-5); line 25]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const t = 0.041666666666666664 * sum29[k8 + i];
      const t2 = sum30[k8 + i];
      const t3 = sqrt2[k8 + i];
      for (let j = 0; j < 24; j++) {
        delta26[k192 + i24 + j] = delta17[k192 + i24 + j] + (delta25[k192 + i24 + j] - t - 0.041666666666666664 * (layerNorm2[k192 + i24 + j] * t2)) / t3;
      }
    }

    // dE[x[i], j] += Σ n,i  delta26[i, j]   [each cotangent goes where the number was read; line 25]
    for (let i = 0; i < 8; i++) {
      const i24 = i * 24;
      const x24 = x[row8 + i] * 24;
      for (let j = 0; j < 24; j++) {
        dE[x24 + j] += delta26[k192 + i24 + j];
      }
    }
  }

  // dP = Σn delta26   [the same for all examples: their cotangents add up]
  for (let i = 0; i < 192; i += 6) {
    let s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0;
    for (let k = 0; k < size; k++) {
      const k192_2 = k * 192;
      s1 += delta26[k192_2 + i];
      s2 += delta26[k192_2 + i + 1];
      s3 += delta26[k192_2 + i + 2];
      s4 += delta26[k192_2 + i + 3];
      s5 += delta26[k192_2 + i + 4];
      s6 += delta26[k192_2 + i + 5];
    }
    dP[i] += s1;
    dP[i + 1] += s2;
    dP[i + 2] += s3;
    dP[i + 3] += s4;
    dP[i + 4] += s5;
    dP[i + 5] += s6;
  }
}

/** A part of `step`: loss, m_E, v_E, E, m_P, v_P, P and 33 more. */
function stepPart8(params: Parameters, state: Floats, m: number): void {
  const { E, P, Q1, K1, V1, A1, B1, Q2, K2, V2, A2, B2, W } = params;

  // loss = -0.125 * (J_sum / m)   [line 27, loss]
  total[0] = -0.125 * (J_sum[0] / m);

  // m_E⁺ = 0.9 * m_E + 0.1 * dE
  // v_E⁺ = 0.999 * v_E + 0.001 * dE .^ 2
  // E⁺ = E - stepSize * (m_E⁺ ./ (sqrt(scale * v_E⁺) + 1e-8))
  const t = stepSize[0];
  const t2 = scale[0];
  for (let i = 0; i < 240; i++) {
    state[i] = 0.9 * state[i] + 0.1 * dE[i];
    state[240 + i] = 0.999 * state[240 + i] + 0.001 * (dE[i] * dE[i]);
    E[i] -= t * (state[i] / (Math.sqrt(t2 * state[240 + i]) + 1e-8));
  }

  // m_P⁺ = 0.9 * m_P + 0.1 * dP
  // v_P⁺ = 0.999 * v_P + 0.001 * dP .^ 2
  // P⁺ = P - stepSize * (m_P⁺ ./ (sqrt(scale * v_P⁺) + 1e-8))
  const t3 = stepSize[0];
  const t4 = scale[0];
  for (let i = 0; i < 192; i++) {
    state[480 + i] = 0.9 * state[480 + i] + 0.1 * dP[i];
    state[672 + i] = 0.999 * state[672 + i] + 0.001 * (dP[i] * dP[i]);
    P[i] -= t3 * (state[480 + i] / (Math.sqrt(t4 * state[672 + i]) + 1e-8));
  }

  // m_Q1⁺ = 0.9 * m_Q1 + 0.028867513459481294 * dQ1
  // v_Q1⁺ = 0.999 * v_Q1 + 0.001 * (0.2886751345948129 * dQ1) .^ 2
  // Q1⁺ = Q1 - stepSize * (m_Q1⁺ ./ (sqrt(scale * v_Q1⁺) + 1e-8))
  // m_K1⁺ = 0.9 * m_K1 + 0.028867513459481294 * dK1
  // v_K1⁺ = 0.999 * v_K1 + 0.001 * (0.2886751345948129 * dK1) .^ 2
  // K1⁺ = K1 - stepSize * (m_K1⁺ ./ (sqrt(scale * v_K1⁺) + 1e-8))
  // m_V1⁺ = 0.9 * m_V1 + 0.1 * dV1
  // v_V1⁺ = 0.999 * v_V1 + 0.001 * dV1 .^ 2
  // V1⁺ = V1 - stepSize * (m_V1⁺ ./ (sqrt(scale * v_V1⁺) + 1e-8))
  const t6 = stepSize[0];
  const t7 = scale[0];
  for (let i = 0; i < 576; i++) {
    state[864 + i] = 0.9 * state[864 + i] + 0.028867513459481294 * dQ1[i];
    const t5 = 0.2886751345948129 * dQ1[i];
    state[1440 + i] = 0.999 * state[1440 + i] + 0.001 * (t5 * t5);
    Q1[i] -= t6 * (state[864 + i] / (Math.sqrt(t7 * state[1440 + i]) + 1e-8));
    state[2016 + i] = 0.9 * state[2016 + i] + 0.028867513459481294 * dK1[i];
    const t8 = 0.2886751345948129 * dK1[i];
    state[2592 + i] = 0.999 * state[2592 + i] + 0.001 * (t8 * t8);
    K1[i] -= t6 * (state[2016 + i] / (Math.sqrt(t7 * state[2592 + i]) + 1e-8));
    state[3168 + i] = 0.9 * state[3168 + i] + 0.1 * dV1[i];
    state[3744 + i] = 0.999 * state[3744 + i] + 0.001 * (dV1[i] * dV1[i]);
    V1[i] -= t6 * (state[3168 + i] / (Math.sqrt(t7 * state[3744 + i]) + 1e-8));
  }

  // m_A1⁺ = 0.9 * m_A1 + 0.1 * dA1
  // v_A1⁺ = 0.999 * v_A1 + 0.001 * dA1 .^ 2
  // A1⁺ = A1 - stepSize * (m_A1⁺ ./ (sqrt(scale * v_A1⁺) + 1e-8))
  // m_B1⁺ = 0.9 * m_B1 + 0.1 * dB1
  // v_B1⁺ = 0.999 * v_B1 + 0.001 * dB1 .^ 2
  // B1⁺ = B1 - stepSize * (m_B1⁺ ./ (sqrt(scale * v_B1⁺) + 1e-8))
  const t5 = stepSize[0];
  const t8 = scale[0];
  for (let i = 0; i < 1152; i++) {
    state[4320 + i] = 0.9 * state[4320 + i] + 0.1 * dA1[i];
    state[5472 + i] = 0.999 * state[5472 + i] + 0.001 * (dA1[i] * dA1[i]);
    A1[i] -= t5 * (state[4320 + i] / (Math.sqrt(t8 * state[5472 + i]) + 1e-8));
    state[6624 + i] = 0.9 * state[6624 + i] + 0.1 * dB1[i];
    state[7776 + i] = 0.999 * state[7776 + i] + 0.001 * (dB1[i] * dB1[i]);
    B1[i] -= t5 * (state[6624 + i] / (Math.sqrt(t8 * state[7776 + i]) + 1e-8));
  }

  // m_Q2⁺ = 0.9 * m_Q2 + 0.028867513459481294 * dQ2
  // v_Q2⁺ = 0.999 * v_Q2 + 0.001 * (0.2886751345948129 * dQ2) .^ 2
  // Q2⁺ = Q2 - stepSize * (m_Q2⁺ ./ (sqrt(scale * v_Q2⁺) + 1e-8))
  // m_K2⁺ = 0.9 * m_K2 + 0.028867513459481294 * dK2
  // v_K2⁺ = 0.999 * v_K2 + 0.001 * (0.2886751345948129 * dK2) .^ 2
  // K2⁺ = K2 - stepSize * (m_K2⁺ ./ (sqrt(scale * v_K2⁺) + 1e-8))
  // m_V2⁺ = 0.9 * m_V2 + 0.1 * dV2
  // v_V2⁺ = 0.999 * v_V2 + 0.001 * dV2 .^ 2
  // V2⁺ = V2 - stepSize * (m_V2⁺ ./ (sqrt(scale * v_V2⁺) + 1e-8))
  const t10 = stepSize[0];
  const t11 = scale[0];
  for (let i = 0; i < 576; i++) {
    state[8928 + i] = 0.9 * state[8928 + i] + 0.028867513459481294 * dQ2[i];
    const t9 = 0.2886751345948129 * dQ2[i];
    state[9504 + i] = 0.999 * state[9504 + i] + 0.001 * (t9 * t9);
    Q2[i] -= t10 * (state[8928 + i] / (Math.sqrt(t11 * state[9504 + i]) + 1e-8));
    state[10080 + i] = 0.9 * state[10080 + i] + 0.028867513459481294 * dK2[i];
    const t12 = 0.2886751345948129 * dK2[i];
    state[10656 + i] = 0.999 * state[10656 + i] + 0.001 * (t12 * t12);
    K2[i] -= t10 * (state[10080 + i] / (Math.sqrt(t11 * state[10656 + i]) + 1e-8));
    state[11232 + i] = 0.9 * state[11232 + i] + 0.1 * dV2[i];
    state[11808 + i] = 0.999 * state[11808 + i] + 0.001 * (dV2[i] * dV2[i]);
    V2[i] -= t10 * (state[11232 + i] / (Math.sqrt(t11 * state[11808 + i]) + 1e-8));
  }

  // m_A2⁺ = 0.9 * m_A2 + 0.1 * dA2
  // v_A2⁺ = 0.999 * v_A2 + 0.001 * dA2 .^ 2
  // A2⁺ = A2 - stepSize * (m_A2⁺ ./ (sqrt(scale * v_A2⁺) + 1e-8))
  // m_B2⁺ = 0.9 * m_B2 + 0.1 * dB2
  // v_B2⁺ = 0.999 * v_B2 + 0.001 * dB2 .^ 2
  // B2⁺ = B2 - stepSize * (m_B2⁺ ./ (sqrt(scale * v_B2⁺) + 1e-8))
  const t9 = stepSize[0];
  const t12 = scale[0];
  for (let i = 0; i < 1152; i++) {
    state[12384 + i] = 0.9 * state[12384 + i] + 0.1 * dA2[i];
    state[13536 + i] = 0.999 * state[13536 + i] + 0.001 * (dA2[i] * dA2[i]);
    A2[i] -= t9 * (state[12384 + i] / (Math.sqrt(t12 * state[13536 + i]) + 1e-8));
    state[14688 + i] = 0.9 * state[14688 + i] + 0.1 * dB2[i];
    state[15840 + i] = 0.999 * state[15840 + i] + 0.001 * (dB2[i] * dB2[i]);
    B2[i] -= t9 * (state[14688 + i] / (Math.sqrt(t12 * state[15840 + i]) + 1e-8));
  }

  // m_W⁺ = 0.9 * m_W + share4 * dW
  // v_W⁺ = 0.999 * v_W + 0.001 * (share2 * dW) .^ 2
  // W⁺ = W - stepSize * (m_W⁺ ./ (sqrt(scale * v_W⁺) + 1e-8))
  const t13 = share4[0];
  const t14 = share2[0];
  const t16 = stepSize[0];
  const t17 = scale[0];
  for (let i = 0; i < 240; i++) {
    state[16992 + i] = 0.9 * state[16992 + i] + t13 * dW[i];
    const t15 = t14 * dW[i];
    state[17232 + i] = 0.999 * state[17232 + i] + 0.001 * (t15 * t15);
    W[i] -= t16 * (state[16992 + i] / (Math.sqrt(t17 * state[17232 + i]) + 1e-8));
  }
}

/** The predictions for one example among others. */
export function predict(params: Parameters, data: Examples, row: number, into: Outputs = createOutputs()): Outputs {
  return forward(params, data.columns.x.subarray(row * 8, row * 8 + 8), into);
}
