"""The words by which lists in English, Russian and Tajik name acts: stems, phrases by semicolon."""

WORDS = {
    "detention": "detain; held; in custody; taken away; taken by; задерж; удерж; содерж; забрал;"
    " увезл; увели; взят; взяли; под стражей; дастгир; боздошт; хабс; бурданд; бурда шуд;"
    " dastgir; bozdosht; zaderzh",
    "arrest": "arrest; арест; арестов",
    "disappearance": "disappear; vanish; исчез; пропал; беному нишон; бедарак; нопадид; гум шуд",
    "abduction": "abduct; kidnap; похищ; рабуд; одамдузд",
    "house_arrest": "house arrest; домашн арест; хабси хона",
    "rendition": "rendition; brought back by force; насильно вернул; зуран оварда",
    "summons": "summon; called in; вызван; вызвал; вызов; повестк; чег зада; даъват; чалб;"
    " даъватнома",
    "questioning": "question; interrogat; допрос; допраш; допрошен; опрошен; опрос; пурсиш;"
    " бозпурси; тахкик; pursish",
    "hostage_demand": "hostage; demand return; demand to return; in exchange for; заложник;"
    " требован вернуть; требован вернуться; требован возвращ; требовал вернуть; талаби баргашт;"
    " баргаштани писар; гаравгон",
    "beating": "beat; beaten; hit=; избит; избил; били=; побо; побит; лату куб; лат ва куб;"
    " задаанд; куб шуд; kuftand; латукуб",
    "torture": "tortur; electric shock; пыт; истязан; шиканча; азоб",
    "sexual_violence": "rape; raped; sexual; изнасил; сексуальн; тачовуз",
    "insult": "insult; humiliat; оскорб; унижен; унижал; тахкир; хакорат; дашном",
    "threat": "threat; menac; intimidat; угроз; угрож; запуг; тахдид; тарсон; дагдага; пуписа",
    "death_threat": "threat to kill; death threat; угроз убийств; угрож убить; тахди ба марг",
    "surveillance": "followed; surveil; слежк; следил; наблюден за; пайгири; таъкиб",
    "physical_attack": "attacked; assault; напад; напал; хамла",
    "killing": "killed; murder; убит; убил; убийств; куштанд; кушта; ба катл",
    "denial_of_care": "denied medic; no medic; не пускают врач; отказ в медиц; табиб намонд",
    "forced_video": "video; filmed; film; видео; сня на видео; снят на видео; снята на видео;"
    " сняли на видео; заставил сняться; видеои мачбур; наворбардор; ба навор; videoi",
    "forced_call": "forced call; forced to call; forced video call; заставил позвон; звонок под;"
    " мачбуран занг",
    "smear": "smear; slander; defam; клевет; порочащ; тухмат; бухтон",
    "doxxing": "doxx; address published; опубликован адрес",
    "impersonation": "impersonat; fake account; поддельн аккаунт; аз номи у",
    "spyware": "spyware; pegasus; шпионск; прослушк; чосус барнома",
    "account_takeover": "hacked; account taken; взлом; хакер; хак шуд",
    "device_seizure": "phone taken; phone seized; phone confiscat; изъят телефон; отобрал телефон;"
    " забрал телефон; телефонхоро гирифт; телефонашро гирифт",
    "exit_ban": "travel ban; exit ban; not allowed to leave; stopped at the airport;"
    " запрет на выезд; запрет выезд; невыезд; не выпуст; манъи сафар; манъи хуруч; манъ аз сафар",
    "passport_refusal": "passport; паспорт; шиноснома",
    "consular_refusal": "embassy refus; consulate refus; посольств отказ; консульств отказ;"
    " сафорат рад",
    "interpol_notice": "interpol; red notice; интерпол",
    "extradition_request": "extradit; экстрадиц; истирдод",
    "deportation": "deport; депорт; бадарга",
    "house_search": "search of house; house search; home search; searched the house; обыск;"
    " кофтуков; хонаашро кофт; тафтиши хона",
    "seizure": "confiscat; property taken; seized; конфиск; изъят; мусодира",
    "dismissal": "dismiss; fired; lost job; sacked; уволен; уволил; увольнен; с работы; аз кор;"
    " аз вазифа",
    "school_expulsion": "expelled; expul; отчисл; исключен из; аз донишгох; аз мактаб хорич",
    "shaming": "shamed; публичн позор; стыдил; сарзаниш; маломат",
    "charge": "charged; charges; обвинен; обвинил; уголовн дел; предъявл; парвандаи чиноят; айбдор",
    "sentence": "sentenc; convict; приговор; осужд; осуди; лет лишен; махкум; хукм",
    "trial_in_absentia": "in absentia; заочн; гоибона",
    "fine": "fined; штраф; чарима",
    "release": "released; freed; let go; освобожд; отпущ; отпустил; озод; рахо шуд; сар доданд",
}
