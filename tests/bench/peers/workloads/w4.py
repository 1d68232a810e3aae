"""ResNet-20 for 32×32×3 pictures (shortcuts without parameters), momentum with weight decay, batches of 64.
CHANNELS_LAST=1 tries the other layout."""
import os

import torch
import torch.nn.functional as F
from torch import nn

from training import step_of


class Block(nn.Module):
    def __init__(self, channels, width):
        super().__init__()
        self.smaller, self.missing = width != channels, (width - channels) // 2
        self.conv1 = nn.Conv2d(channels, width, 3, 2 if self.smaller else 1, 1, bias=False)
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.norm1, self.norm2 = nn.BatchNorm2d(width), nn.BatchNorm2d(width)

    def forward(self, x):
        y = self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))
        if self.smaller:
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.missing, self.missing))
        return F.relu(y + x)


class ResNet20(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.norm, self.dense = nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.Linear(64, 10)
        widths = [16] * 3 + [32] * 3 + [64] * 3
        self.blocks = nn.Sequential(*(Block(a, b) for a, b in zip([16] + widths[:-1], widths)))

    def forward(self, x):
        return self.dense(self.blocks(F.relu(self.norm(self.conv(x)))).mean((2, 3)))


def build():
    model = ResNet20()
    x, y = list(torch.rand(4, 64, 3, 32, 32)), torch.randint(0, 10, (4, 64))
    if os.environ.get("CHANNELS_LAST") == "1":
        model = model.to(memory_format=torch.channels_last)
        x = [t.to(memory_format=torch.channels_last) for t in x]
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
    return step_of(model, optimizer, nn.CrossEntropyLoss(), x, y), list(model.parameters()), 2, 1
