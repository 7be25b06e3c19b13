"""The words by which lists in English, Russian and Tajik name acts.

Phrases stand between semicolons. A phrase is a run of stems, each the beginning of a word; `=`
ends a stem that is the whole word. Letters are folded: ӣ и, ӯ у, ғ г, қ к, ҳ х, ҷ ч, ё е.
"""

WORDS = {
    "detention": "was taken; were taken; took away; pushed into a car; бурда шудан; detain; held;"
    " in custody; taken away; taken by; took him;"
    " took her away; took them;"
    " took my father; took my brother; took my mother; took my sister; took my husband;"
    " took my son; took her son; took his son; took her husband; took her brother;"
    " took his brother; took her father; took his father; задерж; удерж; содерж; забрал;"
    " увезл; увели; взяли; под стражей; дастгир; боздошт; хабс; бурданд; бурда шуд; dastgir;"
    " bozdosht; zaderzh; взят=; взята=; взяты=",
    "arrest": "arrest; арест; арестов",
    "disappearance": "disappear; vanish; исчез; пропал; беному нишон; бедарак; нопадид; гум шуд",
    "abduction": "abduct; kidnap; похищ; похит; рабуд; одамдузд",
    "house_arrest": "house arrest; домашн арест; хабси хона",
    "rendition": "rendition; brought back by force; насильно вернул; зуран оварда",
    "summons": "чег мезан; summon; called in; вызван; вызвал; вызов; повестк; чег зада; даъват;"
    " чалб;"
    " даъватнома; даъват кард; чег зад",
    "questioning": "question; interrogat; допрос; допраш; допрошен; опрошен; опрос; пурсиш;"
    " бозпурси; тахкик; pursish",
    "hostage_demand": "hostage; demand return; demand to return; in exchange for; заложник;"
    " требован вернуть; требован вернуться; требован возвращ; требовал вернуть; талаби баргашт;"
    " баргаштани писар; гаравгон",
    "beating": "beat; beaten; hit=; избит; избил; избиен; били=; побо; побит; лату куб; лат ва куб;"
    " задаанд; куб шуд; kuftand; латукуб; избива; ударил; бил=; зарбу лат; калтак",
    "torture": "tortur; electric shock; истязан; шиканча; азоб; пытк; пытал=; пытали=; пытан",
    "sexual_violence": "rape; raped; sexual; изнасил; сексуальн; тачовуз",
    "insult": "insult; humiliat; оскорб; унижен; унижал; тахкир; хакорат; дашном",
    "threat": "will go to prison; will be arrested; will be detained; will be punished; посадят;"
    " потеряете; threat; menac; intimidat; угроз; угрож; запуг; тахдид; тарсон; дагдага; пуписа;"
    " шантаж; blackmail",
    "death_threat": "threat to kill; death threat; угроз убийств; угрож убить; угрож убийств;"
    " обещал убить; тахди ба марг",
    "surveillance": "followed; surveil; слежк; следил; наблюден за; пайгири; таъкиб",
    "physical_attack": "attacked; assault; напад; напал; хамла",
    "killing": "died in prison; died in custody; died in detention; умер в колонии; умер в тюрьме;"
    " умер в сизо; умерла в колонии; умерла в тюрьме; дар зиндон мурд; дар хабс мурд; killed;"
    " murder; убит; убил; убийств; куштанд; кушта; ба катл",
    "denial_of_care": "denied medic; no medic; не пускают врач; отказ в медиц; табиб намонд",
    "forced_video": "video; filmed; film; видео; сня на видео; снят на видео; снята на видео;"
    " сняли на видео; заставил сняться; видеои мачбур; наворбардор; ба навор; videoi",
    "forced_call": "forced call; forced to call; forced video call; заставил позвон; звонок под;"
    " мачбуран занг",
    "smear": "smear; slander; defam; клевет; порочащ; тухмат; бухтон",
    "doxxing": "doxx; address published; опубликован адрес",
    "impersonation": "impersonat; fake account; поддельн аккаунт; аз номи у",
    "spyware": "spyware; pegasus; шпионск; чосус барнома",
    "account_takeover": "hacked; account taken; взлом; хакер; хак шуд",
    "device_seizure": "took his phone; took her phone; took my phone; took their phone;"
    " took the phone; phone taken; phone seized; phone confiscat; изъя телефон; телефон изъя;"
    " телефоны изъя; телефоны забр; телефон забр; отобрал телефон;"
    " забрал телефон; телефонхоро гирифт; телефонашро гирифт",
    "exit_ban": "cannot leave; not leave the country; не может выехать; не могут выехать;"
    " не может уехать; travel ban; exit ban; not allowed to leave; stopped at the airport;"
    " запрет на выезд; запрет выезд; невыезд; не выпуст; манъи сафар; манъи хуруч; манъ аз сафар",
    "passport_refusal": "passport refus; passport taken; passport confiscat; passport cancel;"
    " passport denied; passport revoked; took the passport; took his passport; took her passport;"
    " took my passport; refused a passport; отобрал паспорт; отобран паспорт;"
    " забрал паспорт; изъял паспорт; изъят паспорт; паспорт отобра; паспорт изъя; паспорт забра;"
    " паспорт аннулир; аннулир паспорт; не выда паспорт; отказ в паспорт; отказ в выдач паспорт;"
    " шиносномаро гирифт; шиносномаашро гирифт; шиноснома надод; паспортро гирифт;"
    " паспорташро гирифт; паспорт надод",
    "consular_refusal": "embassy refus; consulate refus; посольств отказ; консульств отказ;"
    " сафорат рад",
    "interpol_notice": "interpol; red notice; интерпол",
    "extradition_request": "extradit; экстрадиц; истирдод",
    "deportation": "deport; депорт; бадарга",
    "house_search": "search of house; house search; home search; searched the house; обыск;"
    " кофтуков; хонаашро кофт; тафтиши хона",
    "seizure": "отобрал магазин; отобрал дом; отобрал машин; забрал магазин; забрал дом;"
    " забрал машин; confiscat; property taken; seized; конфиск; изъят; изъял; мусодира",
    "dismissal": "dismiss; fired; lost job; sacked; уволен; уволил; увольнен; с работы; аз кор;"
    " аз вазифа",
    "school_expulsion": "expelled; expul; отчисл; исключен из; аз донишгох; аз мактаб хорич",
    "shaming": "shamed; публичн позор; стыдил; сарзаниш; маломат",
    "charge": "charged; charges; обвинен; обвинил; уголовн дел; предъявл; парвандаи чиноят; айбдор",
    "sentence": "years in prison; years of prison; лет тюрьмы; лет колонии; лет строгого;"
    " приговорил; sentenc; convict; приговор; лет лишен; хукм; осужден=; осуждена=; осуждены=;"
    " сол махкум; махкум шуд; соли зиндон; сол зиндон",
    "trial_in_absentia": "in absentia; заочн; гоибона",
    "fine": "fined; штраф; чарима",
    "release": "released; freed; let go; освобожд; отпущ; отпустил; рахо шуд; сар доданд; озод=;"
    " озод шуд; озод кард; озодаш кард",
    "incommunicado": "incommunicado; without contact; no contact; без связи; связи нет;"
    " нет связи; бе алока; алока нест; тамос нест; бехабар",
    "roundup": "round up; rounded up; облав",
    "psychiatric": "psychiatr; психиатр; психбольниц; беморхонаи рух",
    "conscription": "conscript; to the army; в армию; ба артиш; ба аскари; ба хизмати харб",
    "collective_punishment": "collective punish; коллективн наказан; чазои дастачам",
    "ill_treatment": "ill treat; mistreat; жесток обращ; унижающ обращ; лишен сна;"
    " не давал спать; муносибати бад; муносибати гайриинсон",
    "stalking": "stalk; tailed; ходил следом",
    "infiltration": "informer; infiltrat; осведомител; хабаркаш",
    "informing_demand": "pressed to inform; recruit; вербов; вербу; ба хабаркаш",
    "attempted_abduction": "attempted abduct; attempted kidnap; attempt to abduct; попытк похищ;"
    " пытал похитить; кушиши рабуд",
    "attempted_killing": "attempted murder; attempted killing; attempt to kill;"
    " attempt on the life; poison; отрав; покушен; попытк убийств; захр дод; суикасд",
    "child_removal": "child taken; child removed; забрал ребенк; отобрал ребенк;"
    " кудакашро гирифт; фарзандашро гирифт",
    "divorce_pressure": "divorce; disown; развод; развест; отреч; отказаться от сына; талок;"
    " даст кашидан аз",
    "forced_statement": "forced to sign; made to sign; forced confess; confession;"
    " заставил подписать; принудил подписать; признательн; признание под; мачбуран имзо;"
    " имзо кунонд; икрор",
    "online_harassment": "troll; trolls; тролл; травл; травят",
    "terror_listing": "terrorist list; list of terror; extremist list; список террор;"
    " списк террор; список экстрем; перечень террор; руйхати террор; руйхати экстрем",
    "wiretapping": "wiretap; intercept; tapped phone; прослуш; телефонашро гуш; шунуди телефон",
    "phishing": "phish; фишинг",
    "site_attack": "ddos; site blocked; website blocked; сайт заблок; заблок сайт; сайт баста;"
    " сомона баста",
    "return_denied": "not let into; denied entry; refused entry; не впуст; вуруд манъ; манъи вуруд",
    "citizenship_loss": "citizenship; гражданств; шахрванд",
    "refoulement": "refoul",
    "home_visit": "visited my parents; visited the family; visited our; came to our;"
    " приходил участков; приходил к нам; пришли к нам; пришел к нам; ба хонаи мо;"
    " came to the house; came to his home; came to her home; visited at home;"
    " visited the home; приходил домой; пришл домой; пришел домой; явил домой; ба хона омад;"
    " ба хонааш омад; ба хонаашон омад",
    "asset_freeze": "хисоби бонки; account frozen; accounts frozen; froze the account;"
    " счет заморож;"
    " счет заблок; заморож счет; заблок счет; заморозил счет; заблокировал счет; хисоб баста",
    "extortion": "extort; bribe; demanded money; вымога; взятк; требовал деньг; требу деньг;"
    " пул талаб; талаби пул; ришва",
    "property_destruction": "burned; burnt; set on fire; destroyed; сожж; сожгл; поджог; подожг;"
    " разруш; сухтанд; оташ зад; вайрон кард",
    "eviction": "evict; высел; аз хона берун; аз хона ронд; аз хонааш ронд",
    "business_closure": "business closed; shop closed; closed the shop; закрыл магазин;"
    " закрыл бизнес; закрыт магазин; магазинашро баст; дуконашро баст",
    "benefits_stopped": "pension; пенси; пособи; нафака",
    "secret_trial": "secret trial; closed trial; trial behind closed; закрыт суд;"
    " закрыт процесс; за закрыт дверями; мурофиаи пушида; суди пушида",
    "denial_of_lawyer": "no lawyer; without lawyer; without a lawyer; lawyer denied;"
    " denied a lawyer; без адвокат; не дали адвокат; адвокат не пуст; не пустил адвокат;"
    " бе адвокат; бе вакил; вакил надод; адвокат надод",
    "coercion_by_proxy": "pressure on relatives; pressure on the family; давлен на родственник;"
    " давлен на семь; давил на родственник; фишор ба хешован; фишор ба оила; фишор оварда",
}
