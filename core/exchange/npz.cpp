// NumPy's npz: a zip of .npy files, not compressed, so that np.load reads each array by its name.
#include "exchange/npy.h"
#include "exchange/tensors.h"
#include "exchange/zip_archive.h"

namespace perceptarium::exchange {
namespace {

const Registered<ExportFormat> npz{{
    .id = "npz",
    .order = 30,
    .title = "NumPy npz",
    .meaning = "All weights by name, for numpy.load",
    .bytes = [](const ExportInput& input) -> Result<std::string> {
        std::vector<ZipEntry> entries;
        for (const auto& [name, tensor] : exportedTensors(input))
            entries.push_back({name + ".npy", npyBytes(tensor), false});
        return zipBytes(entries);
    },
}};

}  // namespace
}  // namespace perceptarium::exchange
