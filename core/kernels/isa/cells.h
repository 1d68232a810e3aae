// One step of a recurrent cell, for a block of units and some rows of the batch: what lies between the matrix products.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// Units of a recurrent layer are worked on in blocks of so many: a vector of f32 of the widest instruction set.
constexpr std::int64_t kUnitBlock = 16;

enum class CellKind { Tanh, Relu, Lstm, Gru };
constexpr int kCellKinds = 4;
/// Numbers that are kept of a unit and a step. LSTM: i, f, g, o; GRU: q, r, z, n; else one.
constexpr std::int64_t cellSlots(CellKind cell) { return cell == CellKind::Lstm || cell == CellKind::Gru ? 4 : 1; }
/// Gates of a unit: columns of its weights. LSTM: i, f, g, o; GRU: r, z, n.
constexpr std::int64_t cellGates(CellKind cell) { return cell == CellKind::Lstm ? 4 : cell == CellKind::Gru ? 3 : 1; }

/// Forward. Rows are B = kUnitBlock numbers a gate; states and cells have `stride` numbers from one row to the next.
template <class T>
struct CellStep {
    std::int64_t rows = 0, stride = 0;
    /// State times recurrent weights: [rows, gates · B]; GRU in the order n, r, z.
    const T* product = nullptr;
    /// [rows, slots · B]: holds what the input contributes (bias included; GRU: to r, z, n, behind an empty slot);
    /// becomes the activations. GRU: q = product for n + candidateBias.
    T* gates = nullptr;
    const T* before = nullptr;
    T* after = nullptr;
    const T* cellBefore = nullptr;  ///< LSTM only
    T* cellAfter = nullptr;
    const T* candidateBias = nullptr;  ///< [B], GRU only
    /// Rows with a 0 are left as they were; null: all take the step. `liveStride` from one row to the next.
    const std::int32_t* live = nullptr;
    std::int64_t liveStride = 0;
};

/// Backward.
template <class T>
struct CellStepBack {
    std::int64_t rows = 0, stride = 0;
    const T* gates = nullptr;  ///< activations of the step
    const T* before = nullptr;
    const T* after = nullptr;
    const T* cellBefore = nullptr;
    const T* cellAfter = nullptr;
    const T* dState = nullptr;  ///< d loss / d state after the step
    T* dCell = nullptr;         ///< LSTM: d loss / d cell after the step; becomes that before it
    /// What goes to the state before past the product; null where nothing does (LSTM and simple cells, all rows live).
    T* direct = nullptr;
    /// d loss / d what the product and the input gave: [rows, gates · B] each. LSTM and simple cells: the same place,
    /// which may be `gates`. GRU: product n, r, z; input r, z, n.
    T* dProduct = nullptr;
    T* dInput = nullptr;
    const std::int32_t* live = nullptr;
    std::int64_t liveStride = 0;
};

}  // namespace perceptarium::kernels
