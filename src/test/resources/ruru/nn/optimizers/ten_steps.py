"""Ten steps of every step optimizer, in double, from the formulas of the papers and of PyTorch's documentation.

Two parameters: a weight of 3 elements, which is decayed, and a bias of 5, which is not. The loss is
sum_i curvature_i / 2 (w_i - minimum_i)^2; the rate of step t is 0.1 / sqrt(t).

To make the stored figures again (plain Python 3):  python3 ten_steps.py > ten_steps.csv
Columns: optimizer, weight decay, the 8 values after step 10.
"""
from math import sqrt

START = [0.5, -1.25, 2.0, 0.0, 0.75, -0.5, 1.5, -2.0]
CURVATURE = [1.0, 0.25, 3.0, 0.5, 2.0, 0.125, 1.5, 0.75]
MINIMUM = [1.0, 1.0, -0.5, 0.25, 0.75, -1.0, 0.0, 4.0]
WEIGHTS = 3


def momentum(state, g, rate, t):
    """torch.optim.SGD(momentum=0.9)."""
    b = g if t == 1 else 0.9 * state["b"] + g
    state["b"] = b
    return rate * b


def nesterov(state, g, rate, t):
    """torch.optim.SGD(momentum=0.9, nesterov=True)."""
    b = g if t == 1 else 0.9 * state["b"] + g
    state["b"] = b
    return rate * (g + 0.9 * b)


def sgd(state, g, rate, t):
    return rate * g


def rmsprop(state, g, rate, t):
    """Hinton's lecture 6.5: MeanSquare(w, t) = 0.9 MeanSquare(w, t - 1) + 0.1 g^2."""
    mean_square = 0.9 * state.get("v", 0.0) + 0.1 * g ** 2
    state["v"] = mean_square
    return rate * g / (sqrt(mean_square) + 1e-8)


def adam(state, g, rate, t):
    """Kingma and Ba 2015, algorithm 1."""
    m = state["m"] = 0.9 * state.get("m", 0.0) + (1 - 0.9) * g
    v = state["v"] = 0.999 * state.get("v", 0.0) + (1 - 0.999) * g ** 2
    m_hat = m / (1 - 0.9 ** t)
    v_hat = v / (1 - 0.999 ** t)
    return rate * m_hat / (sqrt(v_hat) + 1e-8)


def run(rule, decay, decoupled):
    result = []
    for i, w in enumerate(START):
        state = {}
        shrink = decay if i < WEIGHTS else 0.0
        for t in range(1, 11):
            rate = 0.1 / sqrt(t)
            g = CURVATURE[i] * (w - MINIMUM[i])
            if decoupled:
                w = w - rate * shrink * w - rule(state, g, rate, t)
            else:
                w = w - rule(state, g + shrink * w, rate, t)
        result.append(w)
    return result


for name, rule in [("sgd", sgd), ("momentum", momentum), ("nesterov", nesterov), ("rmsprop", rmsprop),
                   ("adam", adam), ("adamw", adam)]:
    for decay in (0.0, 0.3):
        print(name, decay, *("%.12g" % w for w in run(rule, decay, name == "adamw")), sep=",")
