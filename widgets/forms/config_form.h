// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace widgets {

class ParamEditor;

/// A form made from a description: one field per parameter, with help and range in the tooltip, errors below the field,
/// and a button that restores the defaults. GUI thread only.
class ConfigForm : public QWidget {
    Q_OBJECT
public:
    explicit ConfigForm(QWidget* parent = nullptr);

    /// Rebuilds the form; `values` may hold any of the parameters. `columns` fields stand side by side.
    void setParams(const std::vector<core::ParamInfo>& params, const core::Json& values = core::Json::object(),
                   int columns = 1);
    /// Shows these values and the defaults for all others. Invalid ones are marked and not taken.
    void setValues(const core::Json& values);
    /// Only the values that differ from their default.
    core::Json values() const;
    /// False while a field shows an error.
    bool valid() const;
    /// The sentence of the first error; empty when there is none.
    QString firstError() const;
    bool isEmpty() const { return m_editors.empty(); }
    const std::vector<ParamEditor*>& editors() const { return m_editors; }

public Q_SLOTS:
    void resetToDefaults();

Q_SIGNALS:
    void changed(const core::Json& values); ///< by hand or by the reset button
    void validityChanged(bool valid);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslateUi();
    void fieldEdited();
    void fieldErrorChanged();
    void updateReset();

    QGridLayout* m_grid;
    QToolButton* m_reset;
    QLabel* m_none;
    std::vector<ParamEditor*> m_editors;
    std::vector<QLabel*> m_labels;
    bool m_wasValid = true;
};

} // namespace widgets
