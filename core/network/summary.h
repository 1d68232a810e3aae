// Summary: what each node gives and costs, as one table; the window, the command line and files all show these numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "network/expand.h"

namespace perceptarium::network {

struct Costs {
    std::int64_t parameters = 0;      ///< numbers that training changes
    double multiplyAdds = 0;          ///< multiplications with a sum after them, forward, for one example
    std::int64_t parameterBytes = 0;  ///< of all its tensors in f32, also those that are not trained
    std::int64_t valueBytes = 0;      ///< of what it gives for one example
    std::int64_t bytes() const { return parameterBytes + valueBytes; }
    Costs& operator+=(const Costs& other);
};

struct SummaryRow {
    NodeId node = kNoNode;
    std::string name;
    std::string layer, title;          ///< id and name of the layer; the id twice where it is not known
    std::optional<TensorType> output;  ///< nullopt: not known (yet)
    Costs costs;                       ///< zero where the output is not known
};

struct Summary {
    std::vector<SummaryRow> rows;  ///< in the order of the flow
    Costs total;
    /// About what training takes: 16 bytes a parameter (weight, gradient and two moments of Adam), and the values of each
    /// example of a batch, which are kept for the way back.
    double trainingBytes(std::int64_t batchSize) const;
};

/// Weights count once for each place of the output (a convolution's for each position), offsets and scales not at all, unless
/// the layer says otherwise (LayerSpec::multiplyAdds).
Summary summarize(const Graph& graph, const Inference& inference);

/// The same of the drawing at the path, each block in one row with all that is inside: in its ids, of the first copy where a
/// repeated block is open.
Summary summaryAt(const BlockPath& path, const Graph& whole, const Expansion& expansion, const Inference& flat);

/// A table with a header and the totals: layer, type, output shape, parameters, multiply-adds, bytes; RFC 4180.
std::string toCsv(const Summary& summary);
/// "1.25 M", "48,120", "3.1 G"; counts of operations are compared, not added up.
std::string amountText(double amount);
/// "1.2 MB", "512 bytes" (1 kB = 1024 bytes).
std::string bytesText(double bytes);

}  // namespace perceptarium::network
