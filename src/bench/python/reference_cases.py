"""Prints src/test/resources/eddy/nets/reference/pytorch.csv: the paper's networks in PyTorch float64.

Parameters w_i = sin(i + 1) / 10, running means likewise, running variances 1 + sin(i + 1) / 2 (i
counts through the whole array), pixels 1/2 + sin(0.37 (i + 1)) / 2, labels k mod classes, 6 examples.
The running statistics are those after the pass.
"""

import math

import torch

import peers

N = 6


def fully_connected(hidden, outputs):
    nn = torch.nn
    return nn.Sequential(nn.Flatten(), nn.Linear(49, hidden), nn.BatchNorm1d(hidden), nn.ReLU(),
                         nn.Linear(hidden, outputs))


def table(count, value):
    return torch.tensor([value(i + 1) for i in range(count)])


def norms(model):
    return [m for m in model if isinstance(m, torch.nn.modules.batchnorm._BatchNorm)]


def case(model, shape, classes, train):
    params = list(model.parameters())
    d = sum(p.numel() for p in params)
    torch.nn.utils.vector_to_parameters(table(d, lambda i: 0.1 * math.sin(i)), params)
    at = 0
    for norm in norms(model):
        c = norm.num_features
        norm.running_mean.copy_(table(c, lambda i: 0.1 * math.sin(at + i)))
        norm.running_var.copy_(table(c, lambda i: 1 + 0.5 * math.sin(at + c + i)))
        at += 2 * c
    x = table(N * math.prod(shape), lambda i: 0.5 + 0.5 * math.sin(0.37 * i)).reshape(N, *shape)
    y = torch.tensor([k % classes for k in range(N)])
    model.train(train)
    loss = torch.nn.functional.cross_entropy(model(x), y)
    g = torch.cat([t.reshape(-1) for t in torch.autograd.grad(loss, params)])
    running = torch.cat([torch.cat([m.running_mean, m.running_var]) for m in norms(model)])
    return [loss.item(), g.norm().item(), (g @ table(d, math.cos)).item(),
            (running @ table(len(running), math.cos)).item()]


def main():
    torch.set_default_dtype(torch.float64)
    networks = [
        ("small-lenet", peers.small_lenet(torch.nn), (1, 28, 28), 10),
        ("small-fc", fully_connected(64, 10), (1, 7, 7), 10),
        ("tiny-fc", fully_connected(16, 5), (1, 7, 7), 5),
        ("small-allcnn", peers.small_allcnn(torch.nn), (3, 32, 32), 10),
    ]
    print("network,mode,loss,gradient_norm,gradient_dot_cos,running_dot_cos")
    for name, model, shape, classes in networks:
        for train in (True, False):
            values = case(model, shape, classes, train)
            print(",".join([name, "train" if train else "evaluation"] + [repr(v) for v in values]))


if __name__ == "__main__":
    main()
