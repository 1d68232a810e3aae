"""LeNet-5 on 28×28 pictures, Adam, batches of 64. CHANNELS_LAST=1 tries the other layout."""
import os

import torch
from torch import nn

from training import step_of


def build():
    model = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
                          nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
                          nn.Linear(84, 10))
    x, y = list(torch.rand(20, 64, 1, 28, 28)), torch.randint(0, 10, (20, 64))
    if os.environ.get("CHANNELS_LAST") == "1":
        model = model.to(memory_format=torch.channels_last)
        x = [t.to(memory_format=torch.channels_last) for t in x]
    step = step_of(model, torch.optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss(), x, y)
    return step, list(model.parameters()), 20, 2
