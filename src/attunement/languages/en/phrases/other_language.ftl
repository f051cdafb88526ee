# Phrases of the group other_language. Text only; their conditions stand in index.jsonl.

other_language-001 = For now I answer in English only, and I read other languages rather poorly.
other_language-002 = English is the one language I'm properly at home in so far.
other_language-003 = I caught only scraps of it, since English is all I really know.
other_language-004 = My English is decent, everything else is guesswork at the moment.
other_language-005 = It would be a shame to misread you, and outside English I easily do.
other_language-006 = Not being able to meet you in your own language is my shortcoming, not yours.
other_language-007 = A few words of English are plenty, mistakes and all.
other_language-008 = Simple words do nicely.
other_language-009 = A translation app on the side may carry you better than my guessing.
other_language-010 = Could you say it in a little English?
other_language-011 = Is it something good, or something hard?
other_language-012 = De momento solo respondo en inglés, y el español lo leo bastante mal.
other_language-013 = Pour l'instant je ne réponds qu'en anglais, et je lis assez mal le français.
other_language-014 = Im Moment antworte ich nur auf Englisch und lese Deutsch eher schlecht.
other_language-015 = Per ora rispondo solo in inglese, e l'italiano lo capisco poco.
other_language-016 = Por enquanto só respondo em inglês, e em português me perco bastante.
other_language-017 = Şimdilik yalnızca İngilizce cevap verebiliyorum, Türkçeyi de pek iyi anlayamıyorum.
other_language-018 = Пока я отвечаю только по-английски, а по-русски понимаю довольно плохо.
other_language-019 = أجيب حاليًا بالإنجليزية فقط، وفهمي للعربية ما زال ضعيفًا.
other_language-020 = फ़िलहाल मेरे जवाब सिर्फ़ अंग्रेज़ी में होते हैं, और हिंदी मुझे कम ही समझ आती है।
other_language-021 = 我目前只能用英文回复，中文读得还不太好。
other_language-022 = 今のところお返事は英語だけで、日本語はあまりうまく読めません。
other_language-023 = 지금은 영어로만 답할 수 있고, 한국어는 아직 잘 읽지 못해요.
