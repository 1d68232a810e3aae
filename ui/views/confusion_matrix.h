// The confusion matrix as a picture: where its cells are, their colours and numbers, and the words about a cell.
#pragma once

#include <QPainter>
#include <QStringList>

#include "study/outcomes_probe.h"

namespace perceptarium::ui {

struct ConfusionCell {
    int truth = -1, guess = -1;  ///< −1: none
    bool operator==(const ConfusionCell&) const = default;
};

class ConfusionMatrix {
public:
    enum class Numbers { Counts, OfTruth, OfGuess };

    /// Outcomes with classes; `names` of all of them.
    ConfusionMatrix(std::shared_ptr<const study::Outcomes> outcomes, QStringList names);

    int classes() const { return static_cast<int>(names_.size()); }
    std::int64_t count(ConfusionCell cell) const;
    std::int64_t rowSum(int truth) const;
    std::int64_t columnSum(int guess) const;

    Numbers numbers = Numbers::Counts;
    ConfusionCell chosen, hovered;

    void paint(QPainter& painter, const QRectF& area) const;
    /// The cell below a point of that area.
    ConfusionCell cellAt(QPointF point, const QRectF& area, const QFont& font) const;
    QString tip(ConfusionCell cell) const;
    QString csv() const;

private:
    struct Places {
        QRectF box;         ///< the cells
        double labels = 0;  ///< width of the names to its left
        double cell = 1;
        bool numbers = true;  ///< is there room for them?
    };
    Places places(const QRectF& area, const QFont& font) const;
    double share(ConfusionCell cell) const;
    void paintCells(QPainter& painter, const Places& at) const;
    void paintNames(QPainter& painter, const Places& at) const;
    void paintScale(QPainter& painter, const Places& at) const;
    std::shared_ptr<const study::Outcomes> outcomes_;
    QStringList names_;
};

/// Where numbers are asked for instead of classes: what was answered over what was right; on the diagonal it is exact.
void paintAnswersOverTargets(QPainter& painter, const QRectF& area, const study::Outcomes& outcomes);

}  // namespace perceptarium::ui
