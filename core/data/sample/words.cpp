// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample/words.h"

namespace core::data::sample {
namespace {

constexpr std::array<DepartmentWords, kDepartments> kDepartmentWords{{
    {"Electronics",
     "device",
     "数码产品",
     {"wireless", "bluetooth", "fast charging", "waterproof", "slim", "portable", "usb-c", "noise cancelling"},
     {"无线", "蓝牙", "快充", "防水", "超薄", "便携"},
     {"64GB", "128GB", "256GB", "5000mAh", "6.1\""},
     {{{"Phones", "手机", {"phone", "smartphone", "mobile phone"}, {"手机", "智能手机"}, 320},
       {"Phone Cases", "手机壳", {"phone case", "case for phone", "cover"}, {"手机壳", "保护套"}, 12},
       {"Headphones", "耳机", {"headphones", "earphones", "headset"}, {"耳机", "耳麦"}, 45},
       {"Chargers", "充电器", {"charger", "phone charger", "power adapter"}, {"充电器", "充电头"}, 18},
       {"Smart Watches", "智能手表", {"smart watch", "fitness watch", "watch"}, {"智能手表", "运动手表"}, 110},
       {"Speakers", "音箱", {"speaker", "bluetooth speaker", "soundbar"}, {"音箱", "蓝牙音响"}, 60}}}},
    {"Computers",
     "hardware",
     "电脑配件",
     {"gaming", "mechanical", "ergonomic", "silent", "rgb", "wireless", "compact", "ultra thin"},
     {"电竞", "机械", "静音", "办公", "轻薄", "无线"},
     {"13.3\"", "15.6\"", "27\"", "1TB", "16GB"},
     {{{"Laptops", "笔记本电脑", {"laptop", "notebook", "ultrabook"}, {"笔记本电脑", "笔记本"}, 780},
       {"Laptop Bags", "电脑包", {"laptop bag", "notebook sleeve", "laptop backpack"}, {"电脑包", "笔记本内胆包"}, 35},
       {"Monitors", "显示器", {"monitor", "display", "computer screen"}, {"显示器", "电脑屏幕"}, 210},
       {"Keyboards", "键盘", {"keyboard", "mechanical keyboard", "keypad"}, {"键盘", "机械键盘"}, 55},
       {"Mice", "鼠标", {"mouse", "gaming mouse", "trackball"}, {"鼠标", "无线鼠标"}, 28},
       {"Storage", "存储", {"ssd", "hard drive", "portable drive"}, {"固态硬盘", "移动硬盘"}, 85}}}},
    {"Kitchen",
     "kitchenware",
     "厨房用品",
     {"stainless steel", "non stick", "glass", "ceramic", "electric", "dishwasher safe", "bamboo", "large"},
     {"不锈钢", "不粘", "玻璃", "陶瓷", "家用", "大容量"},
     {"1.7L", "24cm", "28cm", "500ml", "6 pack"},
     {{{"Pans", "煎锅", {"frying pan", "pan", "skillet"}, {"煎锅", "平底锅"}, 32},
       {"Pots", "汤锅", {"pot", "stock pot", "casserole pot"}, {"汤锅", "炖锅"}, 42},
       {"Kettles", "水壶", {"kettle", "electric kettle", "tea pot"}, {"水壶", "电热水壶"}, 30},
       {"Knives", "刀具", {"knife", "chef knife", "knife set"}, {"菜刀", "刀具"}, 26},
       {"Cups", "杯子", {"cup", "mug", "tea cup"}, {"杯子", "马克杯"}, 11},
       {"Food Storage", "保鲜盒", {"food container", "lunch box", "storage jar"}, {"保鲜盒", "饭盒"}, 15}}}},
    {"Clothing",
     "garment",
     "服饰",
     {"cotton", "slim fit", "oversized", "striped", "vintage", "hooded", "long sleeve", "linen"},
     {"纯棉", "修身", "宽松", "条纹", "复古", "长袖"},
     {"S", "M", "L", "XL", "2XL"},
     {{{"T-Shirts", "T恤", {"t-shirt", "tee", "cotton shirt"}, {"T恤", "短袖"}, 16},
       {"Shirts", "衬衫", {"shirt", "blouse", "button shirt"}, {"衬衫", "衬衣"}, 28},
       {"Jackets", "夹克", {"jacket", "coat", "windbreaker"}, {"夹克", "外套"}, 70},
       {"Coats", "大衣", {"coat", "overcoat", "down jacket"}, {"大衣", "羽绒服"}, 120},
       {"Jeans", "牛仔裤", {"jeans", "denim pants", "trousers"}, {"牛仔裤", "长裤"}, 42},
       {"Dresses", "连衣裙", {"dress", "shirt dress", "skirt"}, {"连衣裙", "长裙"}, 45}}}},
    {"Shoes",
     "footwear",
     "鞋",
     {"leather", "breathable", "anti slip", "lightweight", "knitted", "suede", "waterproof", "platform"},
     {"真皮", "透气", "防滑", "轻便", "厚底", "百搭"},
     {"EU 38", "EU 40", "EU 42", "EU 43", "EU 45"},
     {{{"Sneakers", "运动鞋", {"sneakers", "trainers", "sport shoes"}, {"运动鞋", "休闲鞋"}, 65},
       {"Running Shoes", "跑鞋", {"running shoes", "trainers", "jogging shoes"}, {"跑鞋", "跑步鞋"}, 80},
       {"Boots", "靴子", {"boots", "ankle boots", "leather boots"}, {"靴子", "短靴"}, 95},
       {"Sandals", "凉鞋", {"sandals", "summer shoes", "beach sandals"}, {"凉鞋", "沙滩鞋"}, 30},
       {"Slippers", "拖鞋", {"slippers", "house shoes", "slides"}, {"拖鞋", "家居鞋"}, 14},
       {"Shoe Care", "鞋护理", {"shoe polish", "shoe cleaner", "insoles for shoes"}, {"鞋油", "鞋垫"}, 9}}}},
    {"Beauty",
     "cosmetics",
     "美妆",
     {"moisturizing", "organic", "matte", "long lasting", "fragrance free", "vitamin c", "natural", "gentle"},
     {"保湿", "有机", "持久", "天然", "温和", "补水"},
     {"30ml", "50ml", "100ml", "200ml", "2 pack"},
     {{{"Face Cream", "面霜", {"face cream", "moisturizer", "day cream"}, {"面霜", "乳液"}, 24},
       {"Hand Cream", "护手霜", {"hand cream", "hand lotion", "cream"}, {"护手霜", "手霜"}, 9},
       {"Lipstick", "口红", {"lipstick", "lip colour", "lip gloss"}, {"口红", "唇膏"}, 17},
       {"Lip Balm", "润唇膏", {"lip balm", "lip care", "lip butter"}, {"润唇膏", "唇膏"}, 6},
       {"Shampoo", "洗发水", {"shampoo", "hair wash", "hair shampoo"}, {"洗发水", "洗发露"}, 11},
       {"Conditioner", "护发素", {"conditioner", "hair mask", "hair conditioner"}, {"护发素", "发膜"}, 12}}}},
    {"Sports",
     "sports gear",
     "运动用品",
     {"foldable", "adjustable", "heavy duty", "non slip", "training", "professional", "lightweight", "quick dry"},
     {"可折叠", "可调节", "加厚", "防滑", "训练", "专业"},
     {"5kg", "10kg", "183cm", "2m", "1 pair"},
     {{{"Yoga Mats", "瑜伽垫", {"yoga mat", "exercise mat", "fitness mat"}, {"瑜伽垫", "健身垫"}, 26},
       {"Dumbbells", "哑铃", {"dumbbells", "weights", "dumbbell set"}, {"哑铃", "哑铃套装"}, 48},
       {"Tents", "帐篷", {"tent", "camping tent", "dome tent"}, {"帐篷", "露营帐篷"}, 110},
       {"Sleeping Bags", "睡袋", {"sleeping bag", "camping blanket", "camping bag"}, {"睡袋", "露营睡袋"}, 52},
       {"Bicycles", "自行车", {"bicycle", "mountain bike", "city bike"}, {"自行车", "山地车"}, 340},
       {"Bike Parts", "自行车配件", {"bike light", "bike lock", "bike pump"}, {"车灯", "自行车锁"}, 19}}}},
    {"Toys",
     "toy",
     "玩具",
     {"educational", "wooden", "magnetic", "remote control", "colourful", "musical", "diy", "soft"},
     {"益智", "木制", "磁力", "遥控", "早教", "拼装"},
     {"3+", "6+", "100 pcs", "500 pcs", "30cm"},
     {{{"Building Blocks", "积木", {"building blocks", "bricks", "block set"}, {"积木", "拼装积木"}, 32},
       {"Puzzles", "拼图", {"puzzle", "jigsaw puzzle", "wooden puzzle"}, {"拼图", "立体拼图"}, 18},
       {"Plush Toys", "毛绒玩具", {"plush toy", "teddy bear", "stuffed animal"}, {"毛绒玩具", "玩偶"}, 20},
       {"Dolls", "娃娃", {"doll", "baby doll", "doll set"}, {"娃娃", "玩偶"}, 25},
       {"Toy Cars", "玩具车", {"toy car", "rc car", "model car"}, {"玩具车", "遥控车"}, 22},
       {"Board Games", "桌游", {"board game", "card game", "family game"}, {"桌游", "纸牌"}, 28}}}},
    {"Stationery",
     "office supply",
     "文具",
     {"refillable", "hardcover", "recycled", "erasable", "quick drying", "a5 size", "lined", "metal"},
     {"可擦", "硬壳", "速干", "简约", "学生", "办公"},
     {"A4", "A5", "0.5mm", "12 pack", "100 sheets"},
     {{{"Pens", "笔", {"pen", "gel pen", "ballpoint pen"}, {"中性笔", "圆珠笔"}, 5},
       {"Pencils", "铅笔", {"pencil", "mechanical pencil", "colour pencils"}, {"铅笔", "自动铅笔"}, 6},
       {"Notebooks", "笔记本", {"notebook", "journal", "paper notebook"}, {"笔记本", "记事本"}, 9},
       {"Paper", "纸", {"printer paper", "copy paper", "paper"}, {"打印纸", "复印纸"}, 8},
       {"Folders", "文件夹", {"folder", "file folder", "binder"}, {"文件夹", "资料册"}, 7},
       {"Pencil Cases", "笔袋", {"pencil case", "pen bag", "pencil box"}, {"笔袋", "文具盒"}, 10}}}},
    {"Garden",
     "garden item",
     "园艺",
     {"solar", "outdoor", "rust proof", "self watering", "hanging", "heavy duty", "extendable", "weatherproof"},
     {"太阳能", "户外", "防锈", "自动浇水", "加厚", "可伸缩"},
     {"15m", "30m", "2 pack", "20cm", "10L"},
     {{{"Flower Pots", "花盆", {"flower pot", "planter", "plant pot"}, {"花盆", "种植盆"}, 13},
       {"Hoses", "水管", {"garden hose", "hose", "water hose"}, {"水管", "浇花水管"}, 29},
       {"Watering Cans", "浇水壶", {"watering can", "water sprayer", "plant sprayer"}, {"浇水壶", "喷壶"}, 14},
       {"Garden Lights", "庭院灯", {"garden light", "solar light", "path light"}, {"庭院灯", "太阳能灯"}, 24},
       {"Seeds", "种子", {"flower seeds", "vegetable seeds", "plant seeds"}, {"种子", "花种子"}, 4},
       {"Garden Tools", "园艺工具", {"garden shears", "hand trowel", "pruner"}, {"修枝剪", "铲子"}, 18}}}},
    {"Pets",
     "pet supply",
     "宠物用品",
     {"grain free", "washable", "interactive", "soft", "natural", "automatic", "chew proof", "plush"},
     {"无谷", "可水洗", "耐咬", "天然", "自动", "柔软"},
     {"1kg", "2kg", "10kg", "small", "large"},
     {{{"Dog Food", "狗粮", {"dog food", "dry dog food", "puppy food"}, {"狗粮", "幼犬粮"}, 34},
       {"Cat Food", "猫粮", {"cat food", "dry cat food", "kitten food"}, {"猫粮", "幼猫粮"}, 30},
       {"Pet Beds", "宠物窝", {"pet bed", "dog bed", "cat bed"}, {"宠物窝", "狗窝"}, 28},
       {"Pet Toys", "宠物玩具", {"dog toy", "cat toy", "pet ball"}, {"宠物玩具", "逗猫棒"}, 9},
       {"Leashes", "牵引绳", {"dog leash", "leash", "dog collar"}, {"牵引绳", "狗项圈"}, 13},
       {"Litter", "猫砂", {"cat litter", "litter", "litter sand"}, {"猫砂", "豆腐猫砂"}, 16}}}},
    {"Groceries",
     "food",
     "食品",
     {"organic", "roasted", "sugar free", "dark", "instant", "fair trade", "whole grain", "spicy"},
     {"有机", "原味", "无糖", "速溶", "手工", "麻辣"},
     {"250g", "500g", "1kg", "12 x 30g", "1L"},
     {{{"Coffee", "咖啡", {"coffee", "coffee beans", "ground coffee"}, {"咖啡", "咖啡豆"}, 14},
       {"Tea", "茶叶", {"tea", "green tea", "black tea"}, {"茶叶", "绿茶"}, 12},
       {"Chocolate", "巧克力", {"chocolate", "dark chocolate", "chocolate bar"}, {"巧克力", "黑巧克力"}, 8},
       {"Nuts", "坚果", {"nuts", "almonds", "mixed nuts"}, {"坚果", "混合坚果"}, 13},
       {"Noodles", "面条", {"noodles", "instant noodles", "rice noodles"}, {"面条", "方便面"}, 7},
       {"Cooking Oil", "食用油", {"olive oil", "cooking oil", "sunflower oil"}, {"食用油", "橄榄油"}, 15}}}},
}};

constexpr std::array<VariantWords, kVariants> kVariantWords{{{"", "", ""},
                                                             {"Travel", "travel", "旅行"},
                                                             {"Kids", "kids", "儿童"},
                                                             {"Premium", "premium", "高端"},
                                                             {"Gift", "gift", "礼盒"},
                                                             {"Refurbished", "refurbished", "翻新"},
                                                             {"Professional", "pro", "专业级"}}};

constexpr std::array<std::array<const char*, 2>, 12> kColours{{{"black", "黑色"},
                                                               {"white", "白色"},
                                                               {"grey", "灰色"},
                                                               {"blue", "蓝色"},
                                                               {"red", "红色"},
                                                               {"green", "绿色"},
                                                               {"pink", "粉色"},
                                                               {"gold", "金色"},
                                                               {"silver", "银色"},
                                                               {"brown", "棕色"},
                                                               {"purple", "紫色"},
                                                               {"beige", "米色"}}};

constexpr std::array<const char*, 24> kHeads{"Nor", "Vel", "Kas", "Lum", "Tor", "Zan", "Mir", "Pol",
                                             "Ark", "Bel", "Cor", "Dra", "Eld", "Fen", "Gal", "Hal",
                                             "Ith", "Jun", "Kel", "Lor", "Mon", "Ost", "Qui", "Sol"};
constexpr std::array<const char*, 16> kTails{"via", "ex",  "ora", "tek", "wood", "ley",      "ano",   "ique",
                                             "on",  "ium", "sen", "ado", "ett",  "ora & Co", "field", "mar"};
constexpr std::array<const char*, 24> kHeadsZh{"诺", "维", "卡", "鲁", "拓", "赞", "米", "波", "雅", "贝", "科", "德",
                                               "艾", "芬", "嘉", "哈", "伊", "君", "凯", "洛", "蒙", "欧", "奇", "索"};
constexpr std::array<const char*, 16> kTailsZh{"维亚", "克斯", "朗", "泰", "森", "莱", "安诺", "尼克",
                                               "昂",   "恩",   "盛", "达", "特", "拉", "菲",   "玛"};

} // namespace

std::span<const DepartmentWords> departments() {
    return kDepartmentWords;
}
std::span<const VariantWords> variants() {
    return kVariantWords;
}
std::span<const std::array<const char*, 2>> colours() {
    return kColours;
}
std::span<const char* const> brandHeads() {
    return kHeads;
}
std::span<const char* const> brandTails() {
    return kTails;
}
std::span<const char* const> brandHeadsZh() {
    return kHeadsZh;
}
std::span<const char* const> brandTailsZh() {
    return kTailsZh;
}

} // namespace core::data::sample
