#pragma once
#include <string_view>

/// Words that stand in many passwords, so that they make none harder to guess. Written for this program, from what
/// yearly reports on leaked passwords (of NCSC, NordPass and others) keep naming; no list was copied. None is so short
/// that it stands in ordinary words by chance.
namespace horenso::access {

/// 社協 and what it does, as people spell it, and this program.
inline constexpr std::string_view council_words[] = {
    "社会福祉協議会", "社会福祉",   "社協",           "福祉",    "協議会",        "報連相",
    "ほうれんそう",   "しゃきょう", "しゃかいふくし", "ふくし",  "きょうぎかい",  "ぼらんてぃあ",
    "shakyo",         "shakyou",    "syakyo",         "syakyou", "shakaifukushi", "syakaihukusi",
    "syakaifukusi",   "fukushi",    "hukushi",        "hukusi",  "fukusi",        "kyogikai",
    "kyougikai",      "welfare",    "council",        "horenso", "horensou",      "hourensou",
    "volunteer"};

inline constexpr std::string_view eras[] = {
    "明治",   "大正",  "昭和",   "平成",    "令和",  "めいじ", "たいしょう", "しょうわ", "へいせい",
    "れいわ", "meiji", "taisho", "taishou", "showa", "shouwa", "syouwa",     "heisei",   "reiwa"};
/// M, T, S, H, R.
inline constexpr std::string_view era_letters = "mtshr";
inline constexpr char32_t year_character = U'年';
inline constexpr char32_t first_year_character = U'元';

/// What lies side by side on a keyboard, in the alphabet or in the table of kana. Four in a row count as one, either
/// way round.
inline constexpr std::u32string_view rows[] = {
    U"abcdefghijklmnopqrstuvwxyz",
    U"01234567890",
    U"qwertyuiop@[",
    U"asdfghjkl;:]",
    U"zxcvbnm,./",
    U"1234567890-^\\",
    U"!\"#$%&'()",
    U"!@#$%^&*()",
    U"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.",
    U"qazwsxedcrfvtgbyhnujmikolp",
    U"1q2w3e4r5t6y7u8i9o0p",
    U"q1w2e3r4t5y6u7i8o9p0",
    U"a1b2c3d4e5f6g7h8i9",
    U"1a2b3c4d5e6f7g8h9i",
    U"qweasdzxc",
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    U"いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえて",
    U"一二三四五六七八九十"};

inline constexpr std::string_view common_words[] = {
    // Doors and their keys.
    "password", "passw0rd", "passwd", "passphrase", "passcode", "pass", "login", "logon", "signin",
    "admin", "administrator", "root", "guest", "user", "username", "member", "master", "manager",
    "system", "server", "office", "staff", "secret", "security", "private", "himitsu", "himitu",
    "angou", "ango", "default", "change", "changeme", "letmein", "welcome", "access", "account",
    "temp", "temporary", "test", "tester", "testing", "sample", "demo", "hello", "helloworld",
    "world", "internet", "computer", "windows", "android", "iphone", "google", "yahoo", "amazon",
    "facebook", "instagram", "twitter", "youtube", "microsoft", "apple", "docomo", "softbank",
    "rakuten", "lineworks", "mobile", "nintendo", "pokemon", "pikachu", "minecraft", "playstation",
    "パスワード", "あんごう", "暗号", "合言葉", "あいことば", "秘密", "ひみつ", "管理者",
    "かんりしゃ", "職員", "しょくいん", "事務所", "じむしょ", "ろぐいん", "てすと", "さんぷる",
    "ようこそ", "こんにちは", "おはよう", "ありがとう", "よろしく", "おつかれさま", "お疲れ様",
    "おせわになっております", "konnichiwa", "konnitiwa", "ohayou", "ohayo", "arigatou", "arigato",
    "yoroshiku", "otsukare", "otukare", "sumimasen", "itadakimasu", "sayonara", "sayounara",
    // What is loved.
    "iloveyou", "loveyou", "lovely", "love", "lover", "sweet", "sweetheart", "angel", "princess",
    "prince", "queen", "king", "baby", "babygirl", "honey", "darling", "happy", "lucky", "smile",
    "dream", "dreams", "star", "superstar", "heaven", "hope", "peace", "forever", "family",
    "friend", "friends", "bestfriend", "beautiful", "pretty", "cute", "kawaii", "suki", "daisuki",
    "aishiteru", "shiawase", "siawase", "yume", "kibou", "egao", "だいすき", "大好き", "しあわせ",
    "幸せ", "あいしてる", "愛してる", "ともだち", "友達", "かぞく", "家族", "えがお", "笑顔",
    // Animals, flowers, colours and seasons.
    "monkey", "dragon", "tiger", "lion", "panther", "eagle", "falcon", "wolf", "horse", "mustang",
    "bear", "panda", "rabbit", "bunny", "kitty", "hellokitty", "puppy", "doggy", "butterfly",
    "dolphin", "shark", "snake", "spider", "chicken", "turtle", "phoenix", "unicorn", "flower",
    "flowers", "rose", "lily", "daisy", "jasmine", "sunflower", "sunshine", "sunny", "sunset",
    "moon", "moonlight", "ocean", "summer", "winter", "spring", "autumn", "snow", "snowman",
    "rainbow", "thunder", "storm", "fire", "water", "earth", "nature", "garden", "forest",
    "mountain", "river", "black", "white", "blue", "green", "purple", "orange", "yellow", "silver",
    "golden", "gold", "diamond", "crystal", "cherry", "banana", "peach", "strawberry", "lemon",
    "melon", "candy", "chocolate", "choco", "cookie", "cookies", "cheese", "coffee", "pepper",
    "ginger", "sugar", "vanilla", "sakura", "himawari", "tanpopo", "koneko", "neko", "usagi",
    "kuma", "tora", "ryuu", "momo", "ringo", "mikan", "ichigo", "itigo", "hana", "sora", "yama",
    "kaze", "hikari", "nijiiro", "niji", "taiyou", "haru", "natsu", "fuyu", "yuki", "tsuki",
    "hoshi", "kotori", "penguin", "ひまわり", "さくら", "たんぽぽ",
    // Games and those who play them, and heroes.
    "football", "soccer", "baseball", "basketball", "hockey", "tennis", "golf", "golfer",
    "volleyball", "swimming", "yakyuu", "yakyu", "sakkaa", "giants", "tigers", "dragons", "hawks",
    "carp", "lakers", "yankees", "cowboys", "rangers", "arsenal", "chelsea", "liverpool",
    "barcelona", "ronaldo", "messi", "ichiro", "batman", "superman", "spiderman", "ironman",
    "starwars", "naruto", "onepiece", "luffy", "doraemon", "totoro", "gundam", "dragonball", "goku",
    "matrix", "hunter", "killer", "ninja", "samurai", "warrior", "knight", "soldier", "player",
    "gamer", "games", "champion", "winner", "number", "numberone", "ichiban", "itiban",
    // Names and places that many take.
    "michael", "jordan", "jennifer", "jessica", "ashley", "michelle", "daniel", "thomas", "robert",
    "charlie", "andrew", "matthew", "joshua", "anthony", "william", "george", "martin", "maggie",
    "nicole", "amanda", "hannah", "samantha", "taylor", "buster", "harley", "bailey", "jackson",
    "cooper", "oliver", "tarou", "taro", "hanako", "yamada", "tanaka", "suzuki", "satou", "sato",
    "takahashi", "watanabe", "itou", "nakamura", "kobayashi", "yamamoto", "katou", "yoshida",
    "japan", "nippon", "nihon", "tokyo", "toukyou", "osaka", "oosaka", "kyoto", "kyouto", "nagoya",
    "yokohama", "sapporo", "fukuoka", "okinawa", "hokkaido", "london", "paris", "america", "canada",
    "にっぽん", "日本", "東京", "大阪",
    // Cars, music and rude words; what is typed because nothing else came to mind.
    "ferrari", "porsche", "mercedes", "toyota", "honda", "nissan", "corvette", "yamaha", "guitar",
    "music", "metallica", "nirvana", "rocknroll", "whatever", "nothing", "trustno1", "trustnoone",
    "freedom", "shadow", "jesus", "blessed", "money", "power", "super", "magic", "mickey", "minnie",
    "disney", "snoopy", "stitch", "winnie", "pooh", "fuckyou", "fuck", "asshole", "bitch", "sexy",
    "qwerty", "asdf", "zxcv", "abc123", "work", "shigoto", "sigoto", "kaisha", "kaisya", "monday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "getsuyou", "kinyoubi", "nichiyoubi"};

}  // namespace horenso::access
