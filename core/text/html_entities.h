// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace core::text {

/// The character entities of HTML 4.01 (W3C, section 24) and &apos;, sorted by name.
struct HtmlEntity {
    std::string_view name;
    char32_t character;
};
inline constexpr std::array kHtmlEntities{
    HtmlEntity{"AElig", 198},    HtmlEntity{"Aacute", 193},  HtmlEntity{"Acirc", 194},    HtmlEntity{"Agrave", 192},
    HtmlEntity{"Alpha", 913},    HtmlEntity{"Aring", 197},   HtmlEntity{"Atilde", 195},   HtmlEntity{"Auml", 196},
    HtmlEntity{"Beta", 914},     HtmlEntity{"Ccedil", 199},  HtmlEntity{"Chi", 935},      HtmlEntity{"Dagger", 8225},
    HtmlEntity{"Delta", 916},    HtmlEntity{"ETH", 208},     HtmlEntity{"Eacute", 201},   HtmlEntity{"Ecirc", 202},
    HtmlEntity{"Egrave", 200},   HtmlEntity{"Epsilon", 917}, HtmlEntity{"Eta", 919},      HtmlEntity{"Euml", 203},
    HtmlEntity{"Gamma", 915},    HtmlEntity{"Iacute", 205},  HtmlEntity{"Icirc", 206},    HtmlEntity{"Igrave", 204},
    HtmlEntity{"Iota", 921},     HtmlEntity{"Iuml", 207},    HtmlEntity{"Kappa", 922},    HtmlEntity{"Lambda", 923},
    HtmlEntity{"Mu", 924},       HtmlEntity{"Ntilde", 209},  HtmlEntity{"Nu", 925},       HtmlEntity{"OElig", 338},
    HtmlEntity{"Oacute", 211},   HtmlEntity{"Ocirc", 212},   HtmlEntity{"Ograve", 210},   HtmlEntity{"Omega", 937},
    HtmlEntity{"Omicron", 927},  HtmlEntity{"Oslash", 216},  HtmlEntity{"Otilde", 213},   HtmlEntity{"Ouml", 214},
    HtmlEntity{"Phi", 934},      HtmlEntity{"Pi", 928},      HtmlEntity{"Prime", 8243},   HtmlEntity{"Psi", 936},
    HtmlEntity{"Rho", 929},      HtmlEntity{"Scaron", 352},  HtmlEntity{"Sigma", 931},    HtmlEntity{"THORN", 222},
    HtmlEntity{"Tau", 932},      HtmlEntity{"Theta", 920},   HtmlEntity{"Uacute", 218},   HtmlEntity{"Ucirc", 219},
    HtmlEntity{"Ugrave", 217},   HtmlEntity{"Upsilon", 933}, HtmlEntity{"Uuml", 220},     HtmlEntity{"Xi", 926},
    HtmlEntity{"Yacute", 221},   HtmlEntity{"Yuml", 376},    HtmlEntity{"Zeta", 918},     HtmlEntity{"aacute", 225},
    HtmlEntity{"acirc", 226},    HtmlEntity{"acute", 180},   HtmlEntity{"aelig", 230},    HtmlEntity{"agrave", 224},
    HtmlEntity{"alefsym", 8501}, HtmlEntity{"alpha", 945},   HtmlEntity{"amp", 38},       HtmlEntity{"and", 8743},
    HtmlEntity{"ang", 8736},     HtmlEntity{"apos", 39},     HtmlEntity{"aring", 229},    HtmlEntity{"asymp", 8776},
    HtmlEntity{"atilde", 227},   HtmlEntity{"auml", 228},    HtmlEntity{"bdquo", 8222},   HtmlEntity{"beta", 946},
    HtmlEntity{"brvbar", 166},   HtmlEntity{"bull", 8226},   HtmlEntity{"cap", 8745},     HtmlEntity{"ccedil", 231},
    HtmlEntity{"cedil", 184},    HtmlEntity{"cent", 162},    HtmlEntity{"chi", 967},      HtmlEntity{"circ", 710},
    HtmlEntity{"clubs", 9827},   HtmlEntity{"cong", 8773},   HtmlEntity{"copy", 169},     HtmlEntity{"crarr", 8629},
    HtmlEntity{"cup", 8746},     HtmlEntity{"curren", 164},  HtmlEntity{"dArr", 8659},    HtmlEntity{"dagger", 8224},
    HtmlEntity{"darr", 8595},    HtmlEntity{"deg", 176},     HtmlEntity{"delta", 948},    HtmlEntity{"diams", 9830},
    HtmlEntity{"divide", 247},   HtmlEntity{"eacute", 233},  HtmlEntity{"ecirc", 234},    HtmlEntity{"egrave", 232},
    HtmlEntity{"empty", 8709},   HtmlEntity{"emsp", 8195},   HtmlEntity{"ensp", 8194},    HtmlEntity{"epsilon", 949},
    HtmlEntity{"equiv", 8801},   HtmlEntity{"eta", 951},     HtmlEntity{"eth", 240},      HtmlEntity{"euml", 235},
    HtmlEntity{"euro", 8364},    HtmlEntity{"exist", 8707},  HtmlEntity{"fnof", 402},     HtmlEntity{"forall", 8704},
    HtmlEntity{"frac12", 189},   HtmlEntity{"frac14", 188},  HtmlEntity{"frac34", 190},   HtmlEntity{"frasl", 8260},
    HtmlEntity{"gamma", 947},    HtmlEntity{"ge", 8805},     HtmlEntity{"gt", 62},        HtmlEntity{"hArr", 8660},
    HtmlEntity{"harr", 8596},    HtmlEntity{"hearts", 9829}, HtmlEntity{"hellip", 8230},  HtmlEntity{"iacute", 237},
    HtmlEntity{"icirc", 238},    HtmlEntity{"iexcl", 161},   HtmlEntity{"igrave", 236},   HtmlEntity{"image", 8465},
    HtmlEntity{"infin", 8734},   HtmlEntity{"int", 8747},    HtmlEntity{"iota", 953},     HtmlEntity{"iquest", 191},
    HtmlEntity{"isin", 8712},    HtmlEntity{"iuml", 239},    HtmlEntity{"kappa", 954},    HtmlEntity{"lArr", 8656},
    HtmlEntity{"lambda", 955},   HtmlEntity{"lang", 9001},   HtmlEntity{"laquo", 171},    HtmlEntity{"larr", 8592},
    HtmlEntity{"lceil", 8968},   HtmlEntity{"ldquo", 8220},  HtmlEntity{"le", 8804},      HtmlEntity{"lfloor", 8970},
    HtmlEntity{"lowast", 8727},  HtmlEntity{"loz", 9674},    HtmlEntity{"lrm", 8206},     HtmlEntity{"lsaquo", 8249},
    HtmlEntity{"lsquo", 8216},   HtmlEntity{"lt", 60},       HtmlEntity{"macr", 175},     HtmlEntity{"mdash", 8212},
    HtmlEntity{"micro", 181},    HtmlEntity{"middot", 183},  HtmlEntity{"minus", 8722},   HtmlEntity{"mu", 956},
    HtmlEntity{"nabla", 8711},   HtmlEntity{"nbsp", 160},    HtmlEntity{"ndash", 8211},   HtmlEntity{"ne", 8800},
    HtmlEntity{"ni", 8715},      HtmlEntity{"not", 172},     HtmlEntity{"notin", 8713},   HtmlEntity{"nsub", 8836},
    HtmlEntity{"ntilde", 241},   HtmlEntity{"nu", 957},      HtmlEntity{"oacute", 243},   HtmlEntity{"ocirc", 244},
    HtmlEntity{"oelig", 339},    HtmlEntity{"ograve", 242},  HtmlEntity{"oline", 8254},   HtmlEntity{"omega", 969},
    HtmlEntity{"omicron", 959},  HtmlEntity{"oplus", 8853},  HtmlEntity{"or", 8744},      HtmlEntity{"ordf", 170},
    HtmlEntity{"ordm", 186},     HtmlEntity{"oslash", 248},  HtmlEntity{"otilde", 245},   HtmlEntity{"otimes", 8855},
    HtmlEntity{"ouml", 246},     HtmlEntity{"para", 182},    HtmlEntity{"part", 8706},    HtmlEntity{"permil", 8240},
    HtmlEntity{"perp", 8869},    HtmlEntity{"phi", 966},     HtmlEntity{"pi", 960},       HtmlEntity{"piv", 982},
    HtmlEntity{"plusmn", 177},   HtmlEntity{"pound", 163},   HtmlEntity{"prime", 8242},   HtmlEntity{"prod", 8719},
    HtmlEntity{"prop", 8733},    HtmlEntity{"psi", 968},     HtmlEntity{"quot", 34},      HtmlEntity{"rArr", 8658},
    HtmlEntity{"radic", 8730},   HtmlEntity{"rang", 9002},   HtmlEntity{"raquo", 187},    HtmlEntity{"rarr", 8594},
    HtmlEntity{"rceil", 8969},   HtmlEntity{"rdquo", 8221},  HtmlEntity{"real", 8476},    HtmlEntity{"reg", 174},
    HtmlEntity{"rfloor", 8971},  HtmlEntity{"rho", 961},     HtmlEntity{"rlm", 8207},     HtmlEntity{"rsaquo", 8250},
    HtmlEntity{"rsquo", 8217},   HtmlEntity{"sbquo", 8218},  HtmlEntity{"scaron", 353},   HtmlEntity{"sdot", 8901},
    HtmlEntity{"sect", 167},     HtmlEntity{"shy", 173},     HtmlEntity{"sigma", 963},    HtmlEntity{"sigmaf", 962},
    HtmlEntity{"sim", 8764},     HtmlEntity{"spades", 9824}, HtmlEntity{"sub", 8834},     HtmlEntity{"sube", 8838},
    HtmlEntity{"sum", 8721},     HtmlEntity{"sup", 8835},    HtmlEntity{"sup1", 185},     HtmlEntity{"sup2", 178},
    HtmlEntity{"sup3", 179},     HtmlEntity{"supe", 8839},   HtmlEntity{"szlig", 223},    HtmlEntity{"tau", 964},
    HtmlEntity{"there4", 8756},  HtmlEntity{"theta", 952},   HtmlEntity{"thetasym", 977}, HtmlEntity{"thinsp", 8201},
    HtmlEntity{"thorn", 254},    HtmlEntity{"tilde", 732},   HtmlEntity{"times", 215},    HtmlEntity{"trade", 8482},
    HtmlEntity{"uArr", 8657},    HtmlEntity{"uacute", 250},  HtmlEntity{"uarr", 8593},    HtmlEntity{"ucirc", 251},
    HtmlEntity{"ugrave", 249},   HtmlEntity{"uml", 168},     HtmlEntity{"upsih", 978},    HtmlEntity{"upsilon", 965},
    HtmlEntity{"uuml", 252},     HtmlEntity{"weierp", 8472}, HtmlEntity{"xi", 958},       HtmlEntity{"yacute", 253},
    HtmlEntity{"yen", 165},      HtmlEntity{"yuml", 255},    HtmlEntity{"zeta", 950},     HtmlEntity{"zwj", 8205},
    HtmlEntity{"zwnj", 8204}};

} // namespace core::text
