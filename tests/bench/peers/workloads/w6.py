"""A small translator: GRU encoder and decoder, dot attention, the right word fed at each step; 16 steps, batches of 32."""
import torch
from torch import nn

from training import step_of

V, D, H, T, B = 30, 32, 64, 16, 32


class Translator(nn.Module):
    def __init__(self):
        super().__init__()
        self.source, self.target = nn.Embedding(V, D), nn.Embedding(V, D)
        self.encoder, self.decoder = nn.GRU(D, H, batch_first=True), nn.GRU(D, H, batch_first=True)
        self.join, self.out = nn.Linear(2 * H, H), nn.Linear(H, V)

    def forward(self, x):
        read, state = self.encoder(self.source(x[0]))
        written, _ = self.decoder(self.target(x[1]), state)
        seen = torch.softmax(written @ read.transpose(1, 2), -1) @ read
        return self.out(torch.tanh(self.join(torch.cat([written, seen], -1)))).reshape(-1, V)


def build():
    model = Translator()
    source, target = torch.randint(0, V, (20, B, T)), torch.randint(0, V, (20, B, T + 1))
    step = step_of(model, torch.optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss(),
                   torch.stack([source, target[:, :, :-1]], 1), target[:, :, 1:].reshape(20, -1))
    return step, list(model.parameters()), 10, 2
