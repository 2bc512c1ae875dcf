//! Words that people say days and times with, in Swedish and English, in small letters without dots.

/// The words of one language, each list in its order, with a space between.
struct DayWords {
    /// From one on.
    counts: &'static str,
    /// From the second on.
    orders: &'static str,
    months: &'static str,
    weekdays: &'static str,
    /// From the day before yesterday on, each without spaces.
    near_today: &'static str,
}

const LANGUAGES: [DayWords; 2] = [
    DayWords {
        counts: "en tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton",
        orders: "andra tredje fjarde femte sjatte sjunde attonde nionde tionde elfte tolfte trettonde fjortonde",
        months: "januari februari mars april maj juni juli augusti september oktober november december",
        weekdays: "mandag tisdag onsdag torsdag fredag lordag sondag",
        near_today: "forrgar igar idag imorgon overmorgon",
    },
    DayWords {
        counts: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
        orders: "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
        months: "january february march april may june july august september october november december",
        weekdays: "monday tuesday wednesday thursday friday saturday sunday",
        near_today: "daybeforeyesterday yesterday today tomorrow dayaftertomorrow",
    },
];

/// What some say for the same.
const ALSO: [(&str, &str); 6] = [
    ("ett", "en"),
    ("a", "one"),
    ("other", "second"),
    ("imorron", "imorgon"),
    ("iforrgar", "forrgar"),
    ("iovermorgon", "overmorgon"),
];

pub(super) fn count(word: &str) -> Option<u32> {
    place(|words| words.counts, |name| name == same(word))
}

pub(super) fn order(word: &str) -> Option<u32> {
    Some(place(|words| words.orders, |name| name == same(word))? + 1)
}

/// By three letters or more of its beginning.
pub(super) fn month(word: &str) -> Option<u32> {
    place(|words| words.months, begun_as(word))
}

/// From 1, by three letters or more of its beginning; "måndagen" and "måndags" too.
pub(super) fn weekday(word: &str) -> Option<u32> {
    let is_bent = |name: &str| matches!(word.strip_prefix(name), Some("en" | "s"));
    let is_begun = begun_as(word);
    place(
        |words| words.weekdays,
        |name| is_begun(name) || is_bent(name),
    )
}

/// How many days from today it is.
pub(super) fn days_from_today(words: &[&str]) -> Option<i64> {
    let word = words.concat();
    let place = place(|words| words.near_today, |name| name == same(&word));
    place.map(|place| i64::from(place) - 3)
}

fn same(word: &str) -> &str {
    let also = ALSO.iter().find(|(also, _)| *also == word);
    also.map_or(word, |(_, name)| name)
}

fn begun_as(word: &str) -> impl Fn(&str) -> bool {
    move |name| word.len() > 2 && name.starts_with(word)
}

/// Which one of a list it is, in any language, from 1.
fn place(list: fn(&DayWords) -> &'static str, fits: impl Fn(&str) -> bool) -> Option<u32> {
    LANGUAGES.iter().find_map(|words| {
        let mut names = (1..).zip(list(words).split(' '));
        Some(names.find(|(_, name)| fits(name))?.0)
    })
}

const ORDINAL: [&str; 6] = ["a", "e", "st", "nd", "rd", "th"];

/// Numbers, words and the signs between them; of `1:a` and `1st` the number alone.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let kind = |byte: &u8| (byte.is_ascii_digit(), is_sign(*byte));
    let words = text.split_whitespace().map(str::as_bytes);
    let parts = words.flat_map(|word| word.chunk_by(move |one, next| kind(one) == kind(next)));
    let parts = parts.filter_map(|part| str::from_utf8(part).ok());
    let mut parts: Vec<&str> = parts.filter(|part| *part != ":").collect();
    parts.dedup_by(|part, before| ORDINAL.contains(part) && number(before).is_some());
    parts
}

/// The same without the signs.
pub(super) fn without_signs<'w>(parts: &[&'w str]) -> Vec<&'w str> {
    let words = parts.iter().copied();
    words.filter(|part| !part.bytes().all(is_sign)).collect()
}

fn is_sign(byte: u8) -> bool {
    b"-/.,:".contains(&byte)
}

pub(super) fn number(digits: &str) -> Option<u32> {
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| are_digits)
}
