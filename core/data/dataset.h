// Dataset: examples that can be read in any order, from memory or from disk. SourceSpec: where they come from.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/registry.h"
#include "base/result.h"
#include "base/settings.h"
#include "tensor/tensor.h"

namespace perceptarium::data {

struct Normalization;

enum class InputForm { Picture, Row, Point, Text };

/// What the network is to give.
enum class TargetKind { Class, Number };

/// The parts that a set came with (MNIST's test files, train/val/test folders); empty when it came in one piece.
struct GivenSplit {
    std::vector<std::int64_t> train, dev, test;
    bool empty() const { return train.empty() && dev.empty() && test.empty(); }
};

struct DatasetInfo {
    std::string name;  ///< for people: "Digits", "iris.csv"
    InputForm form = InputForm::Row;
    TensorType input;       ///< one example: [H, W, C] f32 raw pixels 0…255; [D] f32; [T] i32 word ids
    std::int64_t size = 0;  ///< examples
    TargetKind target = TargetKind::Class;
    std::vector<std::string> classes;   ///< names, for Class
    std::vector<std::string> targets;   ///< names of the numbers, for Number
    bool standardizeTargets = false;    ///< numbers get mean 0 and deviation 1 for training; read() gives their own units
    std::vector<std::string> features;  ///< names of the D inputs, for Row and Point (one-hot columns as "colour=red")
    std::vector<float> fills;  ///< [D] what stands in for a missing number of each feature; empty: nothing was learnt
    std::vector<std::string> columns;  ///< of a table: all of them, in the file's order, with those that are no input
    std::string targetColumn;          ///< which of these is the target
    std::vector<std::string> vocabulary;  ///< word of each id, for Text; 0 is padding, 1 is unknown
    GivenSplit given;
    std::vector<std::string> notes;  ///< what a user should know: "207 missing values filled with the median"
};

/// Immutable once made; read() may be called from several threads at once.
class Dataset {
public:
    virtual ~Dataset() = default;
    const DatasetInfo& info() const { return info_; }

    /// Raw inputs, not normalized. x becomes [N, …info.input] of its kind; y becomes [N] i32 for Class, [N, K] f32 for
    /// Number. Tensors of the right shape are reused. Errors: a file that cannot be read any more.
    virtual Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const = 0;
    /// The same, normalized; a set may do both in one pass.
    virtual Status readNormalized(std::span<const std::int64_t> examples, const Normalization& normalization, Tensor& x,
                                  Tensor& y) const;
    /// Label of each example (Class) without reading the inputs; empty for Number.
    virtual std::span<const std::int32_t> labels() const = 0;
    /// A file name, a sentence, a row: for captions and tooltips.
    virtual std::string caption(std::int64_t example) const = 0;
    /// A hash over the examples (or, for files on disk, names, sizes and times), for the run record.
    virtual std::uint64_t contentHash() const = 0;
    /// Are inputs decoded from disk each time they are read? Then reading them all again is slow.
    virtual bool streams() const { return false; }
    /// The same examples with what a source learns from data (fill-in values, the vocabulary) learnt from `train` only;
    /// nullptr when there is nothing to learn. prepare() asks for it once the split is known.
    virtual std::shared_ptr<const Dataset> fittedOn(std::span<const std::int64_t> /*train*/) const { return nullptr; }
    /// The same examples with the inputs of `trained`, and with what was learnt there (its fill-in values) instead of
    /// what this set would learn from itself; nullptr when that is no different. For adapt(). Error: a column is missing.
    virtual Result<std::shared_ptr<const Dataset>> inTermsOf(const DatasetInfo& /*trained*/) const { return nullptr; }

protected:
    DatasetInfo info_;
};
using DatasetPtr = std::shared_ptr<const Dataset>;

/// All inputs and labels in memory.
class MemoryDataset : public Dataset {
public:
    /// x [N, …] u8 pictures or f32/i32 rows; y [N] i32 or [N, K] f32. info.size and info.input are set from x.
    MemoryDataset(DatasetInfo info, Tensor x, Tensor y, std::vector<std::string> captions = {});
    /// Pictures as bytes [N, H, W, C], a quarter of the memory of f32.
    MemoryDataset(DatasetInfo info, std::vector<std::uint8_t> pixels, Shape picture, Tensor y,
                  std::vector<std::string> captions = {});
    Status read(std::span<const std::int64_t> examples, Tensor& x, Tensor& y) const override;
    Status readNormalized(std::span<const std::int64_t> examples, const Normalization& normalization, Tensor& x,
                          Tensor& y) const override;
    std::span<const std::int32_t> labels() const override;
    std::string caption(std::int64_t example) const override;
    std::uint64_t contentHash() const override;

private:
    template <class Row>
    void gather(std::span<const std::int64_t> examples, Tensor& x, Tensor& y, const Row& row) const;
    Tensor x_, y_;
    std::vector<std::uint8_t> pixels_;
    std::vector<std::string> captions_;
};

/// A kind of source, declared once in its own file: `const Registered<SourceSpec> idx{{ … }};`
struct SourceSpec {
    std::string id;  ///< "digits", "idx", "image-folder", "csv", …; for ever
    int order = 0;
    std::string title, meaning;
    bool builtIn = false;  ///< needs no file
    std::vector<SettingSpec> settings;
    /// How sure it is that this file or folder is of its kind, 0 … 1 (looks at names and first bytes; fast). Empty for
    /// built-ins.
    std::function<double(const std::string& path)> recognizes;
    /// Settings are complete. "path" is the setting that holds the file or folder. All or nothing.
    std::function<Result<DatasetPtr>(const Settings&, const Progress&)> load;
};
const SourceSpec* findSource(std::string_view id);
const std::vector<const SourceSpec*>& allSources();
/// The kind of a dropped file or folder. Error: names the path, and what kinds there are.
Result<const SourceSpec*> recognize(const std::string& path);

}  // namespace perceptarium::data
