// ProjectCard: one ready project: its network in miniature, its name, and one sentence. A press opens it.
#pragma once

#include <QAbstractButton>

#include "network/graph.h"
#include "project/project.h"

namespace perceptarium::ui {

class ProjectCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit ProjectCard(const project::ReadyProject& project, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {260, 178}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    network::Graph graph_;
    QString description_;
};

/// The drawing in miniature: nodes as blocks in their category's colour, edges as lines, behind them frames and notes in their
/// tints.
void paintMiniature(QPainter& painter, const QRectF& area, const network::Graph& graph);

}  // namespace perceptarium::ui
