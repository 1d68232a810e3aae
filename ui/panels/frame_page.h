// FramePage: a frame or note of the drawing: its words, colour and size.
#pragma once

#include <QScrollArea>
#include <functional>

#include "ui/workbench.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace perceptarium::ui {

class NumberEdit;
class TitleBar;

class FramePage : public QScrollArea {
    Q_OBJECT
public:
    explicit FramePage(Workbench& workbench, QWidget* parent = nullptr);

    /// Shows that frame as it is now; what is being typed stays.
    void showFrame(network::FrameId frame);

private:
    /// One edit; `key` merges those of one field.
    void change(const char* key, const std::function<void(network::Frame&)>& how);

    Workbench& workbench_;
    network::FrameId frame_ = network::kNoFrame;
    bool showing_ = false;  ///< the page is being filled, nobody is editing
    TitleBar* heading_;
    QLabel *about_, *held_;
    QFormLayout* form_;
    QLineEdit* title_;
    QPlainTextEdit* words_;
    QComboBox* colour_;
    NumberEdit *width_, *height_;
};

}  // namespace perceptarium::ui
