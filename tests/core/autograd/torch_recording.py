"""What the scripts share that record numbers of PyTorch: inputs that the tests make again, and the file (torch_numbers.h
reads it)."""
import json
import math

import torch

torch.set_default_dtype(torch.float64)
numbers = {}


def wave(*shape, seed):
    """The tests make the same numbers: sin(0.7 i + seed) · (1 + 0.1 seed)."""
    count = math.prod(shape)
    return torch.tensor([math.sin(0.7 * i + seed) * (1 + 0.1 * seed) for i in range(count)]).reshape(shape)


def leaf(*shape, seed):
    return wave(*shape, seed=seed).requires_grad_()


def put(name, tensor):
    numbers[name] = tensor.detach().reshape(-1).tolist()


def write(path):
    """A line for each name."""
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(values)}" for name, values in numbers.items())
    version = torch.__version__.split("+")[0]
    with open(path, "w") as file:
        file.write(f'{{"pytorch": "{version}", "numbers": {{\n{lines}\n}}}}\n')
