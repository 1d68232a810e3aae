// Breadcrumb: where one is while a block is open: network, block, block in it. A click goes back.
#pragma once

#include <QFrame>

#include "ui/workbench.h"

class QHBoxLayout;

namespace perceptarium::ui {

class Breadcrumb : public QFrame {
    Q_OBJECT
public:
    Breadcrumb(Workbench& workbench, QWidget* parent);

signals:
    void changed();

private:
    void refresh();
    void add(const QString& text, const network::BlockPath& path, bool last);
    Workbench& workbench_;
    QHBoxLayout* row_;
    QStringList shown_;
};

}  // namespace perceptarium::ui
