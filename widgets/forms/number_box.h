// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace widgets {

/// A spin box for parameters that may span many orders of magnitude: shows the shortest text that reads back the same,
/// steps by a tenth of the value's own magnitude, and lets a number outside the range be typed so that the form can say
/// what is wrong with it (leaving the field then restores the last permitted value).
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    NumberBox(bool integer, double low, double high, QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString& text) const override;
    void stepBy(int steps) override;

    /// What stands in the field now, in or out of the range; none = no number.
    std::optional<double> typedNumber() const;
    QString typedText() const;

protected:
    void wheelEvent(QWheelEvent* event) override;

private:
    std::optional<double> parse(QString text) const;

    bool m_integer;
};

} // namespace widgets
