"""What tells languages apart: names, scripts, the smallest words, letters that one language has. Data."""

NAMES = {
    "en": "English", "be": "Belarusian", "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "sr": "Serbian",
    "mk": "Macedonian", "kk": "Kazakh", "ky": "Kyrgyz", "tg": "Tajik", "pl": "Polish", "cs": "Czech", "de": "German",
    "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "ro": "Romanian",
    "az": "Azerbaijani", "tr": "Turkish", "uz": "Uzbek", "vi": "Vietnamese", "id": "Indonesian", "sw": "Swahili",
    "lt": "Lithuanian", "hu": "Hungarian", "ka": "Georgian", "hy": "Armenian", "el": "Greek", "he": "Hebrew",
    "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "th": "Thai", "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
    "hi": "Hindi", "am": "Amharic", "my": "Burmese", "km": "Khmer", "lo": "Lao", "bn": "Bengali", "ta": "Tamil",
    "bo": "Tibetan",
}  # fmt: skip
# Scripts that (nearly) one language is written in, by the beginning of Unicode's name of a letter.
SCRIPTS = {
    "GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "CJK": "zh", "DEVANAGARI": "hi", "ETHIOPIC": "am", "MYANMAR": "my", "KHMER": "km", "LAO": "lo",
    "BENGALI": "bn", "TAMIL": "ta", "TIBETAN": "bo",
}  # fmt: skip
# The words of a language that are in every text, and that its neighbours lack or use less.
WORDS = {
    "en": "the of and to in a is was for on that with by from his her he she they has had have been were are at as who "
    "an be not it this their said after which or its will would but no also",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über wurde war zum zur",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux été "
    "mais ont ou ses cette elle leur d'un d'une qu'il l'a à été après contre",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha fue este está "
    "desde años contra también entre sobre era han sido",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou foi "
    "são também pelo pela até isso está ser",
    "it": "di e il la che in un a per è una del della non sono da con si dei le nel alla più anche ha gli al lo come delle "
    "stato suo dal nella ma contro dopo",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er die was door om ook als bij uit naar hij heeft "
    "werd haar dan maar over hebben worden",
    "pl": "w i na z się do nie jest że o to jak za od przez po który ale oraz został dla jego są był tym roku która jej "
    "przed pod ze a co być tego",
    "cs": "a v se na je že s z do o k i ve pro za by byl jako po jeho od ale který při jsou si jsem není tak než roku "
    "byla která jen nebo",
    "ro": "de și în a la cu pe că nu din o un este care pentru să mai al au fost sunt prin după sau dar ca lui fi ale "
    "către împotriva",
    "az": "və bu bir ki üçün ilə də da olan edib olub onun edilib görə sonra həbs ildə deyib isə hakim müddətə etmək "
    "ildən qarşı haqqında o daha azərbaycan məhkəməsi ya tərəfindən",
    "tr": "ve bir bu için ile da de olarak olan çok daha gibi kadar sonra ne o ya ise en her tarafından göre edildi olduğu "
    "yılında ancak karşı hakkında değil dedi mahkemesi",
    "uz": "va bu bir uchun bilan ham deb edi qilgan bo'lgan o'z uning bo'yicha haqida emas kerak keyin yil sud esa",
    "vi": "và của là có không được cho người các trong đã một với những này bị vào từ đến khi về năm tại",
    "id": "yang dan di untuk dengan dari ini pada tidak adalah dalam itu akan oleh telah karena sebagai juga atau para "
    "kepada ia mereka tersebut",
    "sw": "na ya wa kwa ni katika la za kuwa hii cha yake huo kama bila baada pia watu hiyo kutoka hata",
    "lt": "ir kad į iš su yra buvo tai už apie kaip bei dėl jo po ne jis pat metų taip nuo o",
    "hu": "a az és hogy nem is egy van volt meg de csak el még mint ez szerint már után pedig ki vagy ezt azt",
    "ru": "и в не на с что по он как его это из к за от для но был она же о они или у были также году до после при суд "
    "который было её ее их её которые",
    "be": "і у ў на з не што па ён да як яго за гэта ад для але быў яна ці а таксама годзе пасля суд пры які гэтым іх яе "
    "былі было каб якія",
    "uk": "і в у на з не що до за та від як він про його це але був вона для або також році після суд при який їх її були "
    "було щоб які та",
    "bg": "и на в за от се с да е по че са не из до като ще при това бе към след който той беше което му или но година",
    "sr": "и у на је да се за од са су не који као што из до али по би његов након није те о сам ће она био",
    "mk": "и на во да се од за со е што не по ќе дека како го беше ја тоа но или ги неговиот кој",
    "kk": "және мен бұл үшін деп бір осы оның бар болып еді кейін туралы сот жылы да де емес қазақстан",
    "ky": "жана менен бул үчүн деп бир анын болгон эле кийин тууралуу сот жылы да эмес кыргызстан",
    "tg": "ва дар ба аз ки бо ин барои он аст буд шуд ӯ мебошад ҳам ё то суд соли тоҷикистон",
}  # fmt: skip
# Letters that its neighbours lack; they tip the balance (`importers.read.language`).
LETTERS = {
    "be": "ў", "uk": "їєґ", "sr": "ђћџљњ", "mk": "ѓќѕ", "kk": "әғқңұһ", "tg": "ҳҷӣӯ", "az": "ə", "pl": "łśź",
    "tr": "ğ", "de": "ß", "cs": "řů", "vi": "ơưđ", "ro": "șț", "lt": "ėų", "hu": "őű",
}  # fmt: skip
