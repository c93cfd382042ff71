// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/experiment_config.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace widgets {

class ConfigForm;

/// The registered models with a check box each, and the form of the current one.
class ModelPicker : public QWidget {
    Q_OBJECT
public:
    explicit ModelPicker(QWidget* parent = nullptr);

    std::vector<core::train::ModelChoice> models() const;
    void setModels(const std::vector<core::train::ModelChoice>& models);
    /// The sentence of the first invalid field of a chosen model.
    QString problem() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();

    QListWidget* m_list;
    QStackedWidget* m_forms;
    std::vector<ConfigForm*> m_formOf;
};

} // namespace widgets
