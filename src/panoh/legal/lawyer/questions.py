"""What to ask a lawyer, fitted to what is recorded. Nothing here is legal advice."""

from collections.abc import Collection
from dataclasses import dataclass

from panoh.model.messages import mark as _


@dataclass(frozen=True, slots=True)
class Questions:
    """Some questions under one heading; asked where one of the acts or states is recorded.

    Without `acts` and `states` they are always asked.
    """

    heading: str
    asked: tuple[str, ...]
    acts: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()


# fmt: off
QUESTIONS = (
    Questions(
        _("Before you tell everything"),
        (
            _("Is what I say secret from now on, also if you do not take the case?"),
            _("For whom do you work: for me, for my relative, or for both? What if we disagree?"),
            _("Do you act for anybody who could be against us?"),
            _("Who else reads the file: colleagues, interpreters, an insurer, the accused?"),
            _("What does it cost, what does legal aid pay, and when must I apply for it?"),
            _("How do we write to each other safely, and what must never be written?"),
        ),
    ),
    Questions(
        _("Days"),
        (
            _("Which day is the first that cannot be missed, and who makes sure of it?"),
            _("From which day does each period run, and what proves that day?"),
            _("Does an appeal stop the measure, or must that be asked for apart?"),
            _("Which step closes another: may we go to two bodies at the same time?"),
        ),
    ),
    Questions(
        _("Those at home"),
        (
            _("What will the government learn by each step, and can names be kept out?"),
            _("Whose signature is needed, and how can it be given without danger?"),
            _("What if a relative is made to withdraw the complaint?"),
            _("Is silence or publicity safer in the next days, and who decides it?"),
        ),
    ),
    Questions(
        _("Proof"),
        (
            _("Which facts still lack proof, and what would count as proof?"),
            _("May I hand over copies, and do you keep the originals or I?"),
            _("Which passages must be translated, and by whom?"),
        ),
    ),
    Questions(
        _("In detention"),
        (
            _("Who can visit, and can a lawyer be there at every questioning?"),
            _("When must a judge decide, and can we ask for release now?"),
            _("How is ill-treatment written down before its traces are gone?"),
            _("Which medicines are needed, and who may hand them in?"),
        ),
        acts=frozenset(("detention", "arrest", "incommunicado", "house_arrest", "abduction")),
        states=frozenset(("held", "transferred", "charged")),
    ),
    Questions(
        _("Missing"),
        (
            _("Which office must answer where the person is, and by when?"),
            _("Which urgent procedure is open while it is recent?"),
        ),
        acts=frozenset(("disappearance", "abduction", "rendition")),
        states=frozenset(("missing",)),
    ),
    Questions(
        _("Charge and trial"),
        (
            _("What exactly is charged, under which article, and may I see the file?"),
            _("Was the person told of the hearing, and had they a lawyer of their choice?"),
            _("Until when can the judgment be appealed, and by whom?"),
        ),
        acts=frozenset(("charge", "sentence", "trial_in_absentia", "secret_trial", "fine")),
        states=frozenset(("charged", "sentenced")),
    ),
    Questions(
        _("Borders and arrest abroad"),
        (
            _("Is there a wanted notice, and how do we ask without causing one?"),
            _("Which countries are not safe to enter or to change flights in?"),
            _("If I am arrested for extradition, who is called in the first hour?"),
        ),
        acts=frozenset(
            ("interpol_notice", "extradition_request", "deportation", "refoulement", "rendition")
        ),
    ),
    Questions(
        _("Papers and residence"),
        (
            _("Does asking our embassy for a passport harm my claim, or my relatives?"),
            _("Which other travel document can I get here?"),
            _("What changes for my residence if the old passport ends?"),
        ),
        acts=frozenset(
            ("passport_refusal", "consular_refusal", "citizenship_loss",
             "exit_ban", "return_denied")
        ),
    ),
    Questions(
        _("Threats and spying here"),
        (
            _("Which office here takes this seriously, and who goes with me?"),
            _("Will the accused read my address in the file, and how is that kept out?"),
            _("Which traces must be kept as they are, and who examines the telephone?"),
        ),
        acts=frozenset(
            ("threat", "death_threat", "stalking", "spyware", "phishing", "account_takeover",
             "doxxing", "coercion_by_proxy", "informing_demand", "physical_attack",
             "attempted_abduction", "surveillance")
        ),
    ),
)
# fmt: on


def fitting(acts: Collection[str], states: Collection[str]) -> list[Questions]:
    """The questions that are always asked, then those that what is recorded calls for."""
    always = [each for each in QUESTIONS if not each.acts and not each.states]
    called = [each for each in QUESTIONS if each.acts & set(acts) or each.states & set(states)]
    return [*always, *called]
