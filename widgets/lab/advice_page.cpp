// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/advice_page.h"

#include "core/store/insight/insight_json.h"
#include "core/strategies/recipe.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::stats::Advice;
using core::stats::AdviceNumber;
using core::stats::Finding;

namespace {

constexpr int kGrid = 8;
constexpr int kRecipeStage = 2;

QLabel* wrapped(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString mark(Finding::Severity severity) {
    return severity == Finding::Severity::Serious ? QStringLiteral("⚠")
           : severity == Finding::Severity::Note  ? QStringLiteral("•")
                                                  : QStringLiteral("✓");
}

} // namespace

QString findingText(const Finding& finding) {
    QString text = coreText("Advice", finding.text);
    // From the last on: the number put in for %1 may hold a per cent sign that looks like a place.
    for (std::size_t i = finding.numbers.size(); i-- > 0;) {
        const AdviceNumber& number = finding.numbers[i];
        const QString value = number.format == AdviceNumber::Format::Percent ? formatPercent(number.value)
                              : number.format == AdviceNumber::Format::Decimal
                                  ? formatDecimal(number.value, std::abs(number.value) >= 100 ? 0 : 2)
                                  : formatInteger(static_cast<qint64>(number.value));
        text.replace(QLatin1Char('%') + QString::number(i + 1), value);
    }
    return text;
}

AdvicePage::AdvicePage(Workspace& workspace, const DistributionView& view, QWidget* parent)
    : LabPage(workspace, view, parent), m_scroll(new QScrollArea) {
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(m_scroll);
    connect(&workspace, &Workspace::currentSplitChanged, this, &AdvicePage::tableChanged);
    empty();
}

QString AdvicePage::title() const {
    return tr("Advice");
}

QString AdvicePage::help() const {
    return tr("What the numbers say, in words, and which recipes answer it.");
}

void AdvicePage::load() {
    run<core::stats::AdviceInput>(
        tr("Thinking about the distribution"),
        [project = workspace().project(), table = view().table, summary = view().summary,
         split = workspace().currentSplit()](core::JobContext& job) {
            return core::store::adviceInputOf(*project, *table, summary, split, job);
        },
        [this](const core::stats::AdviceInput& input) {
            m_advice = core::stats::adviseOn(input);
            redraw();
        });
}

void AdvicePage::clear(const QString& sentence) {
    m_advice.reset();
    m_sentence = sentence;
    redraw();
}

void AdvicePage::empty() {
    auto* inner = new QWidget;
    m_list = new QVBoxLayout(inner);
    m_list->setContentsMargins(0, 0, kGrid, 0);
    m_list->setSpacing(kGrid);
    m_scroll->setWidget(inner); // deletes the one before
}

void AdvicePage::redraw() {
    empty();
    if (!m_advice || m_advice->findings.empty()) {
        m_list->addWidget(
            wrapped(!m_advice ? m_sentence : tr("There are not enough entities with support to say anything.")));
        m_list->addStretch(1);
        return;
    }
    const auto heading = [this](const QString& text) {
        auto* label = new QLabel(text);
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
        m_list->addWidget(label);
    };
    heading(tr("What the numbers say"));
    for (const Finding& finding : m_advice->findings)
        addFinding(finding);
    if (!m_advice->recipes.empty()) {
        heading(tr("What to try"));
        for (const core::stats::RecipeHint& hint : m_advice->recipes)
            addRecipe(hint);
    }
    m_list->addStretch(1);
}

void AdvicePage::addFinding(const Finding& finding) {
    auto* card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    card->setObjectName(QStringLiteral("finding-") + toQString(finding.id));
    auto* row = new QHBoxLayout(card);
    auto* sign = new QLabel(mark(finding.severity));
    sign->setFixedWidth(2 * kGrid);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(wrapped(findingText(finding)), 1);
    auto* show = new QPushButton(tr("Show chart"));
    show->setToolTip(tr("Show the chart that this sentence speaks of"));
    connect(show, &QPushButton::clicked, this,
            [this, chart = toQString(finding.chart)] { Q_EMIT chartRequested(chart); });
    row->addWidget(show, 0, Qt::AlignTop);
    m_list->addWidget(card);
}

void AdvicePage::addRecipe(const core::stats::RecipeHint& hint) {
    auto* card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(card);
    auto* words = new QVBoxLayout;
    auto* name = new QLabel(coreText("Strategy", hint.recipe));
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    auto* source = wrapped(toQString(hint.source));
    source->setForegroundRole(QPalette::PlaceholderText);
    words->addWidget(name);
    words->addWidget(wrapped(coreText("Advice", hint.reason)));
    words->addWidget(source);
    row->addLayout(words, 1);
    auto* compose = new QPushButton(tr("Compose"));
    compose->setObjectName(QStringLiteral("compose-") + toQString(hint.recipe));
    compose->setToolTip(tr("Take this recipe into the Recipe stage"));
    connect(compose, &QPushButton::clicked, this, [this, recipe = hint.recipe] { this->compose(recipe); });
    row->addWidget(compose, 0, Qt::AlignTop);
    m_list->addWidget(card);
}

void AdvicePage::compose(const std::string& recipe) {
    const auto recipes = core::strategies::standardRecipes();
    const auto found = std::find_if(recipes.begin(), recipes.end(),
                                    [&recipe](const core::strategies::Recipe& one) { return one.name == recipe; });
    if (found == recipes.end())
        return;
    Q_EMIT workspace().recipeRequested(QByteArray::fromStdString(core::dumpJson(core::strategies::recipeJson(*found))));
    Q_EMIT workspace().stageRequested(kRecipeStage);
}

void AdvicePage::retranslateUi() {
    redraw();
}

} // namespace widgets
