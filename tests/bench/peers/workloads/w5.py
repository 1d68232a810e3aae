"""A language model over characters: LSTM of 256 units through 64 steps, batches of 32, Adam."""
import torch
from torch import nn

from training import step_of

V, D, H, T, B = 65, 64, 256, 64, 32


class CharacterModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.lstm, self.out = nn.Embedding(V, D), nn.LSTM(D, H, batch_first=True), nn.Linear(H, V)

    def forward(self, x):
        return self.out(self.lstm(self.embedding(x))[0]).reshape(-1, V)


def build():
    model = CharacterModel()
    ids = torch.randint(0, V, (10, B, T + 1))
    step = step_of(model, torch.optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss(), ids[:, :, :-1],
                   ids[:, :, 1:].reshape(10, -1))
    return step, list(model.parameters()), 3, 1
