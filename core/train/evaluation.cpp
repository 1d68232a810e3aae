#include "train/evaluation.h"

#include <algorithm>
#include <future>

#include "base/progress.h"

namespace perceptarium::train {
namespace {

struct Piece {
    Tensor x, y;
    Status status;
};

Piece readPiece(const data::Prepared& data, std::span<const std::int64_t> examples) {
    Piece piece;
    piece.status = data.read(examples, piece.x, piece.y);
    return piece;
}

}  // namespace

Result<Metrics> evaluatePart(const Evaluation& how, data::Part part, std::stop_token stop) {
    const std::vector<std::int64_t>& examples = how.data.part(part);
    if (examples.empty())
        return Error{"the data has no " + std::string(data::nameOf(part)) + " part", "data", "at least one example",
                     "none"};

    // Without a tape a batch needs less memory, and larger ones keep the kernels busier.
    const std::size_t size = static_cast<std::size_t>(std::max<std::int64_t>(how.trainingBatch, 256));
    const auto pieceAt = [&](std::size_t begin) {
        return std::span(examples).subspan(begin, std::min(size, examples.size() - begin));
    };

    std::vector<std::unique_ptr<MetricSum>> sums;
    for (const ChosenMetric& metric : how.metrics) sums.push_back(metric.spec->make(how.target, metric.options));
    // What is decoded from disk is read one batch ahead; from memory, a hand-over would cost more than it brings.
    const bool readAhead = how.data.dataset->streams();
    const network::NodeId node = nodeOf(how.loss.spec(), how.model);
    const autograd::NoGrad off;
    double lossSum = 0, weights = 0;
    Piece piece;
    std::future<Piece> ahead;  // its destructor waits, so that nothing reads after an early return
    for (std::size_t begin = 0; begin < examples.size(); begin += size) {
        if (stop.stop_requested()) return Progress::cancelledError();
        if (ahead.valid())
            piece = ahead.get();
        else
            piece.status = how.data.read(pieceAt(begin), piece.x, piece.y);
        if (!piece.status) return piece.status.error();
        if (readAhead && begin + size < examples.size())
            ahead = std::async(std::launch::async, readPiece, std::cref(how.data), pieceAt(begin + size));

        const autograd::Variable output = how.model.forward(piece.x, network::Pass{}, node);
        const double loss = how.loss.mean(output, piece.y).value().at(0), weight = how.loss.weight(piece.y);
        lossSum += loss * weight;
        weights += weight;
        const data::TargetScaling& scaling = how.data.targetScaling;
        const Tensor prediction = scaling.inOwnUnits(how.loss.spec().prediction(output.value()));
        const Tensor wanted = scaling.inOwnUnits(piece.y);
        for (auto& sum : sums) sum->add(prediction, wanted);
        if (how.betweenBatches) how.betweenBatches();
    }

    Metrics result;
    result["loss"] = lossSum / weights;  // not a number where no example counts
    for (std::size_t i = 0; i < sums.size(); ++i) result[how.metrics[i].spec->id] = sums[i]->value();
    return result;
}

}  // namespace perceptarium::train
