// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/number_box.h"

#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {
// Beyond 2^53 a double no longer holds every whole number.
constexpr double kLargest = 9007199254740992.0;
constexpr int kDecimals = 12;
constexpr int kDigits = 12;
} // namespace

NumberBox::NumberBox(bool integer, double low, double high, QWidget* parent)
    : QDoubleSpinBox(parent), m_integer(integer) {
    setDecimals(integer ? 0 : kDecimals);
    setRange(std::max(low, -kLargest), std::min(high, kLargest));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(88);
}

QString NumberBox::textFromValue(double value) const {
    QLocale plain = locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return m_integer ? plain.toString(static_cast<qlonglong>(std::llround(value)))
                     : plain.toString(value, 'g', kDigits);
}

std::optional<double> NumberBox::parse(QString text) const {
    text = text.trimmed();
    bool ok = false;
    double number = locale().toDouble(text, &ok);
    if (!ok)
        number = QLocale::c().toDouble(text, &ok); // "0.5" is understood whatever the locale's decimal sign
    if (!ok || !std::isfinite(number))
        return {};
    return number;
}

double NumberBox::valueFromText(const QString& text) const {
    return parse(text).value_or(value());
}

QValidator::State NumberBox::validate(QString& text, int& position) const {
    Q_UNUSED(position)
    const auto number = parse(text);
    if (!number || *number < minimum() || *number > maximum() || (m_integer && *number != std::round(*number)))
        return QValidator::Intermediate;
    return QValidator::Acceptable;
}

void NumberBox::fixup(QString& text) const {
    text = textFromValue(value());
}

std::optional<double> NumberBox::typedNumber() const {
    return parse(lineEdit()->text());
}

QString NumberBox::typedText() const {
    return lineEdit()->text();
}

void NumberBox::stepBy(int steps) {
    double step = 1;
    if (!m_integer) {
        const double size = std::abs(value());
        const double span = maximum() - minimum();
        if (size > 0)
            step = std::pow(10.0, std::floor(std::log10(size) + 1e-9) - 1);
        else
            step = std::isfinite(span) && span <= 1 ? span / 100 : 0.1;
    } else if (std::abs(value()) >= 1000) {
        step = std::pow(10.0, std::floor(std::log10(std::abs(value()))) - 1);
    }
    // The grid of the step, so that repeated steps give 0.3 and not 0.30000000000000004.
    setValue(std::round((value() + steps * step) / step) * step);
    selectAll();
}

void NumberBox::wheelEvent(QWheelEvent* event) {
    // Scrolling a form must not change the numbers that pass under the pointer.
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace widgets
