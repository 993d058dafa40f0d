"""Names that are one and names that are two: what may be joined, what may be asked, what never."""

import pytest

from cases.names import ASK, LINK, compare

ONE_NAME = [
    ("Maryia Kalesnikava", "Марыя Калеснікава"),
    ("Maria Kolesnikova", "Maryja Kalesnikawa"),
    ("Вераніка Цапкала", "Veronika Tsepkalo"),
    ("Andżelika Borys", "Анжелика Борис"),
    ("Walery Capkała", "Valery Tsapkala"),
    ("Ihar Bancer", "Igor Bantser"),
    ("Hienadź Fiedynič", "Геннадий Федынич"),
    ("Mikoła Statkievič", "Nikolaj Statkewitsch"),
    ("Halina Dzierbysz", "Галина Дербыш"),
    ("Yuras Ziankovich", "Юрий Зенкович"),
    ("Lilia Chanysheva", "Lilija Tschanyschewa"),
    ("Michail Chodorkowski", "Mikhaïl Khodorkovski"),
    ("Darya Trepova", "Darja Trepowa"),
    ("Volha Maiorava", "Olga Majorowa"),
    ("Алексей Александрович Горинов", "Alexei Gorinov"),
    ("Yashin Ilya Valeryevich", "Илья Яшин"),
    ("Bialiatski, Ales", "Алесь Бяляцкі"),
    ("Liudmila Chekina (Lyuda)", "Людміла Чэкіна"),
    ("İlqar Məmmədov", "Ильгар Мамедов"),
    ("Xədicə İsmayılova", "Khadija Ismayilova"),
    ("Qubad İbadoğlu", "Губад Ибадоглу"),
    ("Sevinc Vaqifqızı", "Sevinj Vagifgizi"),
    ("Bəxtiyar Hacıyev", "Бахтияр Гаджиев"),
    ("Akif Qurbanov", "Akif Gurbanov"),
    ("Nasrin Sotoudeh", "Nasrin Sotoodeh"),
    ("Nasrin Sotoudeh", "نسرین ستوده"),
    ("Abdel Moneim Aboul Fotouh", "Abdelmoneim Abul Fotouh"),
    ("Abdulhadi al-Khawaja", "Abdelhadi Alkhawaja"),
    ("Loujain al-Hathloul", "Lujain Alhathloul"),
    ("Waleed Abu al-Khair", "Walid Abulkhair"),
    ("Mohammed al-Qahtani", "Mohamed al-Kahtani"),
    ("Phạm Đoan Trang", "Pham Doan Trang"),
    ("Liu Xiaobo", "Liu Xiao Bo"),
    ("Liu Xiaobo", "刘晓波"),
    ("Chow Hang-tung", "Hang-tung Chow"),
    ("José Daniel Ferrer García", "Jose Daniel Ferrer Garcia"),
    ('Maykel "Osorbo" Castillo Pérez', "Maykel Castillo Pérez"),
    ("Mzia Amaglobeli", "მზია ამაღლობელი"),
    ("Makhabat Tazhibek kyzy", "Махабат Тажибек кызы"),
    ("Emir-Usein Kuku", "Эмир-Усеин Куку"),
]

PERHAPS = [
    ("M. Kalesnikava", "Мария Колесникова"),
    ("Kalesnikava M.", "Maryia Kalesnikava"),
    ("N. Statkevich", "Mikola Statkevich"),
    ("José Daniel Ferrer García", "José Daniel Ferrer"),
    ("Palina Sharenda", "Palina Sharenda-Panasiuk"),
    ("Joshua Wong", "Joshua Wong Chi-fung"),
    ("Aleh Hulak", "Aleh Huliak"),
]

TWO_NAMES = [
    # spouses, brothers, parents and children who are all prisoners
    ("Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya"),
    ("Сергей Тихановский", "Swiatłana Cichanouska"),
    ("Viktar Babaryka", "Эдуард Бабарико"),
    ("Ihar Losik", "Darya Losik"),
    ("Mehman Huseynov", "Emin Huseynov"),
    ("Mehdi Rajabian", "Hossein Rajabian"),
    ("Maryam al-Khawaja", "Zainab al-Khawaja"),
    ("José Daniel Ferrer García", "Luis Enrique Ferrer García"),
    ("José Daniel Ferrer García", "José Antonio Ferrer García"),
    ("Ivan Ivanovich Petrov", "Ivan Petrovich Petrov"),
    ("Александр Николаевич Иванов", "Александр Сергеевич Иванов"),
    ("Sergei Ivanovich Petrov", "Ivan Sergeevich Petrov"),
    # a man's and a woman's name
    ("Valiantsin Stefanovich", "Валентина Стефанович"),
    ("Maria Gonzalez", "Mario Gonzalez"),
    ("Oleg Orlov", "Olga Orlova"),
    ("Luis Robles", "Luisa Robles"),
    # swapped
    ("Andrei Aliaksandrau", "Aliaksandr Andreyeu"),
    ("Roman Andreev", "Andrei Romanov"),
    # given names that look alike
    ("Maryia Kalesnikava", "Марина Колесникова"),
    ("Nasta Loika", "Natallia Loika"),
    ("Abdullah al-Hamid", "Abdulrahman al-Hamid"),
    ("Hassan Mohammadi", "Hossein Mohammadi"),
    ("Le Thu Ha", "Le Thi Ha"),
    ("Zhang Zhan", "Zhang Zhen"),
    ("Trinh Ba Phuong", "Trinh Ba Tu"),
    ("S. Tsikhanouski", "Sviatlana Tsikhanouskaya"),
    ("A. Bialiatski", "Viktar Bialiatski"),
]

NEAR_FAMILY_NAMES = [
    ("Joshua Wong", "Joshua Wang"),
    ("Ivan Safronov", "Ivan Safonov"),
    ("Mikola Statkevich", "Николай Станкевич"),
    ("Roman Roizman", "Роман Ройтман"),
    ("Ahmed Mansoor", "Ahmed Mansouri"),
    ("Ali Salman", "Ali Sulaiman"),
    ("Ali Karimi", "Ali Karami"),
    ("Ihar Kazlou", "Ihar Kazlouski"),
    ("Oleksandr Shumkov", "Oleksandr Shumakov"),
    ("Tran Thi Nga", "Tran Thi Nha"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_may_be_joined(one: str, other: str) -> None:
    assert compare(one, other).score >= LINK


@pytest.mark.parametrize(("one", "other"), PERHAPS)
def test_what_may_be_one_name_is_a_question(one: str, other: str) -> None:
    assert ASK <= compare(one, other).score < LINK


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_relatives_namesakes_and_swapped_names_are_not_even_asked_about(one: str, other: str) -> None:
    assert compare(one, other).score < ASK


@pytest.mark.parametrize(("one", "other"), NEAR_FAMILY_NAMES)
def test_near_family_names_are_never_joined(one: str, other: str) -> None:
    assert compare(one, other).score < LINK


@pytest.mark.parametrize(("one", "other"), [*ONE_NAME, *PERHAPS, *TWO_NAMES, *NEAR_FAMILY_NAMES])
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    assert compare(one, other).score == pytest.approx(compare(other, one).score)


def test_a_lone_family_name_is_no_identification() -> None:
    assert compare("Kalesnikava", "Maryia Kalesnikava").score < ASK
    assert compare("Kalesnikava", "Kalesnikava").score < ASK


@pytest.mark.parametrize("nothing", ["", "  ", "17"])
def test_nothing_agrees_with_nothing(nothing: str) -> None:
    assert compare(nothing, nothing).score == 0
    assert compare(nothing, "Ales Bialiatski").score == 0


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Nasta Loika", "Anastasia Loika", "Nasta and Anastasia are a name and its short form."),
        ("Mikola Statkevich", "Nikolai Statkevich", "Mikola and Nikolai are forms of one given name."),
        ("M. Kalesnikava", "Maryia Kalesnikava", "“M.” may be Maryia."),
        (
            "Kalesnikava",
            "Maryia Kalesnikava",
            "Only Kalesnikava is to compare, which many people may be called.",
        ),
        ("Ivan Ilyich Petrov", "Ivan Petrovich Petrov", "The fathers' names differ: Ilyich and Petrovich."),
        ("Ali Karimli", "Ali Karimli", "The names are written alike."),
        ("Liu Xiaobo", "Xiao Bo Liu", "The same name, its words divided in another way."),
        ("Javier Tarazona", "Javier Tarazona Sánchez", "Sánchez stands in one of the names only."),
    ],
)
def test_every_score_says_why(one: str, other: str, reason: str) -> None:
    assert reason in compare(one, other).reasons
