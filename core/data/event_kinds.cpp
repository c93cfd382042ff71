// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/column_key.h"
#include "core/data/fields.h"
#include "core/data/values.h"

#include <array>

namespace core::data {
namespace {

struct KindName {
    std::string_view name;
    EventKind kind;
};

// The first name of a kind is its own.
constexpr std::array kKindNames{
    KindName{"impression", EventKind::Impression},
    KindName{"impressions", EventKind::Impression},
    KindName{"exposure", EventKind::Impression},
    KindName{"show", EventKind::Impression},
    KindName{"imp", EventKind::Impression},
    KindName{"曝光", EventKind::Impression},
    KindName{"展示", EventKind::Impression},
    KindName{"click", EventKind::Click},
    KindName{"clicks", EventKind::Click},
    KindName{"clk", EventKind::Click},
    KindName{"view", EventKind::Click},
    KindName{"pv", EventKind::Click},
    KindName{"pageview", EventKind::Click},
    KindName{"detail", EventKind::Click},
    KindName{"detailview", EventKind::Click},
    KindName{"productview", EventKind::Click},
    KindName{"浏览", EventKind::Click},
    KindName{"点击", EventKind::Click},
    KindName{"cart", EventKind::Cart},
    KindName{"addtocart", EventKind::Cart},
    KindName{"addcart", EventKind::Cart},
    KindName{"add", EventKind::Cart},
    KindName{"basket", EventKind::Cart},
    KindName{"加购", EventKind::Cart},
    KindName{"加购物车", EventKind::Cart},
    KindName{"加入购物车", EventKind::Cart},
    KindName{"purchase", EventKind::Purchase},
    KindName{"purchased", EventKind::Purchase},
    KindName{"buy", EventKind::Purchase},
    KindName{"bought", EventKind::Purchase},
    KindName{"order", EventKind::Purchase},
    KindName{"ordered", EventKind::Purchase},
    KindName{"sale", EventKind::Purchase},
    KindName{"transaction", EventKind::Purchase},
    KindName{"conversion", EventKind::Purchase},
    KindName{"pay", EventKind::Purchase},
    KindName{"购买", EventKind::Purchase},
    KindName{"下单", EventKind::Purchase},
    KindName{"支付", EventKind::Purchase},
    KindName{"成交", EventKind::Purchase},
    KindName{"search", EventKind::Search},
    KindName{"query", EventKind::Search},
    KindName{"搜索", EventKind::Search},
    KindName{"查询", EventKind::Search},
    KindName{"review", EventKind::Review},
    KindName{"rating", EventKind::Review},
    KindName{"rate", EventKind::Review},
    KindName{"comment", EventKind::Review},
    KindName{"评论", EventKind::Review},
    KindName{"评价", EventKind::Review},
};

} // namespace

std::string columnKey(std::string_view name) {
    std::string key;
    for (const char c : trim(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter)
            key += c;
        else if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

std::string_view eventKindName(EventKind kind) {
    for (const KindName& entry : kKindNames)
        if (entry.kind == kind)
            return entry.name;
    return {};
}

std::optional<EventKind> parseEventKind(std::string_view text) {
    // Rows of a log tend to spell their kinds as we do, so the plain comparison comes first: no string is made for it.
    for (const KindName& entry : kKindNames)
        if (entry.name == text)
            return entry.kind;
    const std::string key = columnKey(text);
    for (const KindName& entry : kKindNames)
        if (entry.name == key)
            return entry.kind;
    return {};
}

} // namespace core::data
