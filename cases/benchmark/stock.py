"""What invented names are made of: given names in three languages, stems and endings of surnames."""


def _rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in text.strip().splitlines()]


def _words(text: str) -> list[str]:
    return text.split()


def _pairs(text: str) -> list[tuple[str, str]]:
    """Native form and Latin form, from "native|Latin native|Latin"."""
    return [(native, latin) for native, _, latin in (one.partition("|") for one in text.split())]


# Russian, Belarusian, Ukrainian.
MEN = _rows("""
Александр Аляксандр Олександр
Сергей Сяргей Сергій
Дмитрий Дзмітрый Дмитро
Андрей Андрэй Андрій
Николай Мікалай Микола
Владимир Уладзімір Володимир
Виктор Віктар Віктор
Павел Павел Павло
Игорь Ігар Ігор
Евгений Яўген Євген
Михаил Міхаіл Михайло
Юрий Юрый Юрій
Максим Максім Максим
Артём Арцём Артем
Антон Антон Антон
Денис Дзяніс Денис
Роман Раман Роман
Вадим Вадзім Вадим
Олег Алег Олег
Константин Канстанцін Костянтин
Степан Сцяпан Степан
Григорий Рыгор Григорій
Пётр Пётр Петро
Василий Васіль Василь
Кирилл Кірыл Кирило
Илья Ілья Ілля
Алексей Аляксей Олексій
Никита Мікіта Микита
Станислав Станіслаў Станіслав
Вячеслав Вячаслаў В'ячеслав
Леонид Леанід Леонід
Фёдор Фёдар Федір
Эдуард Эдуард Едуард
Валерий Валерый Валерій
Геннадий Генадзь Геннадій
Иван Іван Іван
Виталий Віталь Віталій
Анатолий Анатоль Анатолій
""")
WOMEN = _rows("""
Мария Марыя Марія
Екатерина Кацярына Катерина
Ольга Вольга Ольга
Наталья Наталля Наталія
Светлана Святлана Світлана
Татьяна Таццяна Тетяна
Елена Алена Олена
Ирина Ірына Ірина
Анна Ганна Ганна
Юлия Юлія Юлія
Анастасия Анастасія Анастасія
Виктория Вікторыя Вікторія
Людмила Людміла Людмила
Галина Галіна Галина
Дарья Дар'я Дар'я
Марина Марына Марина
Ксения Ксенія Ксенія
Вера Вера Віра
Надежда Надзея Надія
Полина Паліна Поліна
Софья Соф'я Софія
Валентина Валянціна Валентина
Яна Яна Яна
Кристина Крысціна Христина
Инна Іна Інна
Лариса Ларыса Лариса
Оксана Аксана Оксана
Зинаида Зінаіда Зінаїда
""")
STEMS = _words("""
Кова Бара Лук Сав Гром Мор Кра Пет Василь Новик Козл Волк Зай Медвед Соро Гол Бел Черн Лис Жук Гус
Шевц Бондар Ткач Мельн Руд Кузьм Тихан Стрель Гриц Мацк Дуб Клим Рома Жда Яким Сташ Кулик Верб Калин
Жура Пала Дра Хар Цвет Щерб Юрк Пузы Синя Буда Вороб Левк Остап Прок Рог Сид Таран Фил Хомич Чай
Шуль Яр
""")
MIDDLES = [
    "",
    "",
    *_words("е о у ан ен ар ош ил им уш ат ей од ик ол еш ун яр ис аг об юш"),
]
# A man's and a woman's, where they differ.
ENDINGS = [
    (man, woman or man)
    for man, _, woman in (
        one.partition("|")
        for one in _words("""
вич нко нков|нкова нин|нина вский|вская льский|льская чук нюк нчик нок ль вец ц тько рев|рева
цкий|цкая ш левич ков|кова лёв|лёва
""")
    )
]
# Families and given names that keep a form of their own; surnames are a stem and an ending.
OTHERS = {
    "pl": (
        _pairs(
            "Kowal|Коваль Nowa|Нова Wiśnie|Висьне Poczob|Почоб Bory|Боры Zieliń|Зелинь Grabo|Грабо Sawi|Сави"
        ),
        _pairs("ski|ский cki|цкий wicz|вич czyk|чик ut|ут ewski|евский"),
        _pairs("Andrzej|Анджей Michał|Михал Paweł|Павел Jan|Ян Tomasz|Томаш Marek|Марек"),
        _pairs("Andżelika|Анджелика Łucja|Луция Agnieszka|Агнешка Ewa|Эва Zofia|Зофия"),
    ),
    "ka": (
        _pairs("მელა|Mela გელა|Gela კობა|Koba ხვი|Khvi ჩხე|Chkhe ბერი|Beri ნადი|Nadi გოგი|Gogi ლომი|Lomi"),
        _pairs("შვილი|shvili ძე|dze ია|ia უა|ua ანი|ani"),
        _pairs("გიორგი|Giorgi ლევან|Levan ზურაბ|Zurab ნიკა|Nika ლაშა|Lasha"),
        _pairs("ნინო|Nino მარიამ|Mariam ეკა|Eka თამარ|Tamar"),
    ),
    "fa": (
        _pairs("محمد|Mohammad رضا|Reza کریم|Karim نور|Nour رحیم|Rahim صادق|Sadegh حسن|Hassan احمد|Ahmad"),
        _pairs("ی|i زاده|zadeh پور|pour نیا|nia"),
        _pairs("علی|Ali امیر|Amir حسین|Hossein بهرام|Bahram جواد|Javad"),
        _pairs("مریم|Maryam نرگس|Narges زهرا|Zahra شیرین|Shirin"),
    ),
    "az": (
        _pairs("Məmməd|Mammad Əli|Ali Hüseyn|Huseyn Quli|Guli Rəhim|Rahim İsmayıl|Ismayil Cəfər|Jafar"),
        _pairs("ov|ov lı|li zadə|zade bəyli|beyli"),
        _pairs("Elçin|Elchin Rauf|Rauf Əhməd|Ahmad Anar|Anar Fərid|Farid"),
        _pairs("Xədicə|Khadija Leyla|Leyla Sevinc|Sevinj Günel|Gunel"),
    ),
    "es": (
        _pairs(
            "Fernánd|Fernand Rodrígu|Rodrigu Gutiérr|Gutierr Domíngu|Domingu Martín|Martin Hernánd|Hernand"
        ),
        _pairs("ez|ez"),
        _pairs("José|Jose Jesús|Jesus Félix|Felix Óscar|Oscar Ramón|Ramon"),
        _pairs("María|Maria Inés|Ines Mónica|Monica Sofía|Sofia"),
    ),
}
