// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QProxyStyle>
#include <QStyleOption>

#include <array>
#include <type_traits>

namespace widgets {
namespace {

constexpr QRgb kAccentLight = 0xFF0B6E99;
constexpr QRgb kAccentDark = 0xFF4FB3D9;

struct Tones {
    QRgb window, base, alternate, button, text, muted, disabled, accent, onAccent, light, midlight, mid, dark, shadow;
};

constexpr Tones kLight{0xFFF3F4F6,   0xFFFFFFFF, 0xFFF7F8FA, 0xFFECEEF1, 0xFF1D2126, 0xFF6B7280, 0xFF9AA1AC,
                       kAccentLight, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFE3E6EA, 0xFFC4C9D1, 0xFFA3A9B3, 0xFF6F7682};
constexpr Tones kDark{0xFF23262B,  0xFF1B1D21, 0xFF212429, 0xFF2E3238, 0xFFE4E7EB, 0xFF9BA3AE, 0xFF6A717B,
                      kAccentDark, 0xFF10222B, 0xFF464C55, 0xFF3A3F47, 0xFF353A42, 0xFF15171A, 0xFF0B0C0E};

QPalette paletteOf(const Tones& tones) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::ToolTipBase, tones.base);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::PlaceholderText, tones.muted);
    set(QPalette::Text, tones.text);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.onAccent);
    set(QPalette::Highlight, tones.accent);
    set(QPalette::HighlightedText, tones.onAccent);
    set(QPalette::Link, tones.accent);
    set(QPalette::LinkVisited, tones.accent);
    set(QPalette::Light, tones.light);
    set(QPalette::Midlight, tones.midlight);
    set(QPalette::Mid, tones.mid);
    set(QPalette::Dark, tones.dark);
    set(QPalette::Shadow, tones.shadow);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(tones.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.disabled));
    return palette;
}

/// Fusion with frames that can be seen in the dark. Fusion draws the outline of fields, check boxes and buttons 1.4
/// times darker than the window, whatever the palette says: on a dark window that is as good as none. So these elements
/// get a palette whose window colour, used for nothing but the outline there, is lighter.
class FrameStyle : public QProxyStyle {
public:
    FrameStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        switch (element) {
        case PE_FrameLineEdit:
            return drawFrame<QStyleOption>(
                option, [&](const QStyleOption* lit) { QProxyStyle::drawPrimitive(element, lit, painter, widget); });
        case PE_IndicatorCheckBox:
        case PE_IndicatorRadioButton:
        case PE_IndicatorItemViewItemCheck:
        case PE_PanelButtonCommand:
            return drawFrame<QStyleOptionButton>(
                option, [&](const QStyleOption* lit) { QProxyStyle::drawPrimitive(element, lit, painter, widget); });
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override {
        const auto draw = [&](const QStyleOption* lit) {
            QProxyStyle::drawComplexControl(control, static_cast<const QStyleOptionComplex*>(lit), painter, widget);
        };
        if (control == CC_SpinBox)
            return drawFrame<QStyleOptionSpinBox>(option, draw);
        if (control == CC_ComboBox)
            return drawFrame<QStyleOptionComboBox>(option, draw);
        draw(option);
    }

private:
    template <class Option, class Draw> static void drawFrame(const QStyleOption* option, Draw draw) {
        const QColor window = option->palette.color(QPalette::Window);
        constexpr int kMiddle = 128;
        const auto* const typed = qstyleoption_cast<const Option*>(option);
        if (window.lightness() >= kMiddle || (typed == nullptr && !std::is_same_v<Option, QStyleOption>)) {
            draw(option);
            return;
        }
        const auto lighten = [](QStyleOption& lit) {
            constexpr QRgb kOutline = 0xFF8791A0; // drawn 1.4 times darker: #606872, 2.9 : 1 against the fields
            lit.palette.setColor(QPalette::Window, QColor(kOutline));
        };
        if constexpr (std::is_same_v<Option, QStyleOption>) {
            if (const auto* const frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
                QStyleOptionFrame lit(*frame);
                lighten(lit);
                draw(&lit);
            } else {
                QStyleOption lit(*option);
                lighten(lit);
                draw(&lit);
            }
        } else {
            Option lit(*typed);
            lighten(lit);
            draw(&lit);
        }
    }
};

} // namespace

void applyTheme(Theme theme) {
    // Fusion looks the same on every desktop and follows every palette role; native styles ignore some in the dark.
    if (dynamic_cast<FrameStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new FrameStyle);
    QApplication::setPalette(theme == Theme::System ? QPalette() : themePalette(theme));
}

QPalette themePalette(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return paletteOf(kLight);
    case Theme::Dark:
        return paletteOf(kDark);
    case Theme::System:
        break;
    }
    return QApplication::palette();
}

bool darkPalette() {
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor bucketColor(core::stats::Bucket bucket) {
    switch (bucket) {
    case core::stats::Bucket::Head:
        return QColor(0x00, 0x72, 0xB2);
    case core::stats::Bucket::Mid:
        return QColor(0xE6, 0x9F, 0x00);
    case core::stats::Bucket::Mid2:
        return QColor(0x00, 0x9E, 0x73);
    case core::stats::Bucket::Mid3:
        return QColor(0xCC, 0x79, 0xA7);
    case core::stats::Bucket::Mid4:
        return QColor(0x56, 0xB4, 0xE9);
    case core::stats::Bucket::Mid5:
        return QColor(0xB8, 0xA9, 0x10); // its yellow, dark enough for paper
    case core::stats::Bucket::Tail:
        return QColor(0xD5, 0x5E, 0x00);
    case core::stats::Bucket::Cold:
        break;
    }
    return QColor(0x7F, 0x7F, 0x7F);
}

Qt::PenStyle bucketPenStyle(core::stats::Bucket bucket) {
    switch (bucket) {
    case core::stats::Bucket::Mid:
    case core::stats::Bucket::Mid4:
        return Qt::DashLine;
    case core::stats::Bucket::Mid2:
    case core::stats::Bucket::Mid5:
        return Qt::DashDotLine;
    case core::stats::Bucket::Mid3:
        return Qt::DashDotDotLine;
    case core::stats::Bucket::Tail:
        return Qt::DotLine;
    case core::stats::Bucket::Head:
    case core::stats::Bucket::Cold:
        break;
    }
    return Qt::SolidLine;
}

QColor runColor(int index) {
    // Okabe & Ito, Color Universal Design (2008). The colours that no bucket uses come first; its black would vanish on
    // a dark palette, so the text colour stands for it.
    const std::array<QColor, 8> colors{QColor(0x00, 0x9E, 0x73),
                                       QColor(0xCC, 0x79, 0xA7),
                                       QColor(0x56, 0xB4, 0xE9),
                                       QApplication::palette().color(QPalette::WindowText),
                                       QColor(0xF0, 0xE4, 0x42).darker(darkPalette() ? 100 : 125),
                                       QColor(0x00, 0x72, 0xB2),
                                       QColor(0xE6, 0x9F, 0x00),
                                       QColor(0xD5, 0x5E, 0x00)};
    const auto count = static_cast<int>(colors.size());
    const QColor color = colors[static_cast<std::size_t>(((index % count) + count) % count)];
    // Past their number the colours come again in other shades, so that run 9 is not taken for run 1.
    constexpr int kShade = 165;
    if ((index / count) % 2 == 0)
        return color;
    return darkPalette() ? color.lighter(kShade) : color.darker(kShade);
}

QColor accentColor() {
    return QColor(darkPalette() ? kAccentDark : kAccentLight);
}

QString bucketTitle(core::stats::Bucket bucket) {
    switch (bucket) {
    case core::stats::Bucket::Head:
        return QCoreApplication::translate("Theme", "Head");
    case core::stats::Bucket::Mid:
        return QCoreApplication::translate("Theme", "Mid");
    case core::stats::Bucket::Mid2:
        return QCoreApplication::translate("Theme", "Mid 2");
    case core::stats::Bucket::Mid3:
        return QCoreApplication::translate("Theme", "Mid 3");
    case core::stats::Bucket::Mid4:
        return QCoreApplication::translate("Theme", "Mid 4");
    case core::stats::Bucket::Mid5:
        return QCoreApplication::translate("Theme", "Mid 5");
    case core::stats::Bucket::Tail:
        return QCoreApplication::translate("Theme", "Tail");
    case core::stats::Bucket::Cold:
        break;
    }
    return QCoreApplication::translate("Theme", "Cold");
}

} // namespace widgets
