"""784-128-10 with ReLU and Adam, batches of 64."""
import torch
from torch import nn

from training import step_of


def build():
    model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    x, y = torch.rand(100, 64, 784), torch.randint(0, 10, (100, 64))
    step = step_of(model, torch.optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss(), x, y)
    return step, list(model.parameters()), 20, 2
