"""Marked sentences for the events layer, by type and construction. All are ours."""

AIR = """
Two jets <event type='airstrike' actor='Two jets' target='a bakery'>bombed</event> a bakery near Homs on Tuesday.
A bakery near Homs was <event type='airstrike' actor='jets' target='A bakery'>bombed</event> by jets on Tuesday.
Russian warplanes <event type='airstrike' actor='Russian warplanes'>struck</event> the market at dawn.
It was <event type='airstrike' actor='Russian warplanes'>struck</event> by Russian warplanes at dawn.
An American drone <event type='airstrike' target='a commander'>killed</event> a commander in Idlib on Monday.
Helicopters <event type='airstrike' target='the village'>dropped</event> barrel bombs on the village.
US <event type='airstrike' actor='US' target='rebel positions'>airstrikes</event> against rebel positions continued.
An <event type='airstrike' place='Idlib' when='2016-11-02'>air strike</event> hit Idlib on Wednesday.
The coalition carried out <event type='airstrike' actor='The coalition'>strikes</event> against militants in Mosul.
A <event type='airstrike' target='a convoy'>drone strike</event> hit a convoy outside Aden on Sunday.
A gunship <event type='airstrike' target='the clinic'>fired on</event> the clinic on Saturday.
Jets <event type='airstrike'>fired</event> missiles at a depot near Damascus.
Three villagers were killed in an <event type='airstrike' target='Three villagers'>air raid</event> on Saturday.
The air force's <event type='airstrike'>bombing raids</event> on Aleppo resumed on Tuesday.
Planes <event type='airstrike' status='hedged'>bombed</event> reportedly the grain silos of Raqqa.
"""

SHELLS = """
The army <event type='shelling' actor='The army' target='the old quarter'>shelled</event> the old quarter on Monday.
The old quarter was <event type='shelling' actor='the army' target='The old quarter'>shelled</event> by the army.
Rebels <event type='shelling' actor='Rebels' target='the port'>fired</event> rockets at the port.
Rockets were <event type='shelling'>fired</event> at the port on Friday.
Six mortars <event type='shelling'>landed</event> near the university on Friday.
<event type='shelling' place='Donetsk'>Artillery shelling</event> in Donetsk killed two women.
A <event type='shelling' target='the airport'>rocket attack</event> on the airport wounded nine soldiers.
<event type='shelling'>Shelling</event> of the suburbs by the army went on all night in Homs.
Militiamen <event type='shelling'>lobbed</event> grenades into the courtyard.
The bridge came under <event type='shelling'>mortar fire</event> in Mosul on Sunday.
Gunmen <event type='shelling' actor='Gunmen'>attacked</event> the barracks with mortars on Friday.
Mortars were <event type='shelling' target='the clinic'>fired</event> at the clinic on Friday.
"""

BOMBS = """
A suicide bomber <event type='suicide_bomb' target='nine recruits'>killed</event> nine recruits in Kabul.
A man <event type='suicide_bomb'>blew himself up</event> outside a police station in Kabul.
A <event type='suicide_bomb' place='Kabul'>suicide attack</event> in Kabul killed nine recruits on Monday.
A <event type='ied' place='Baghdad' when='2016-11-01'>car bomb</event> exploded in Baghdad on Tuesday.
A lorry <event type='ied'>blew up</event> beside a mill in Basra on Saturday.
Militants <event type='ied' actor='Militants' target='the pipeline'>blew up</event> the pipeline.
The railway bridge was <event type='ied' target='The railway bridge'>blown up</event> by saboteurs.
A <event type='ied' target='six clerks'>roadside bomb</event> killed six clerks near Basra.
Two soldiers were killed by a <event type='ied'>landmine</event> near Kandahar.
A <event type='ied'>blast</event> tore through a bus in Manila on Friday.
The patrol <event type='ied'>hit</event> a landmine near the river.
The retreating brigade <event type='ied'>mined</event> the track to the dam.
A truck bomb was, on Tuesday, <event type='ied' when='2016-11-01'>driven</event> into a fort in Basra.
A <event type='chemical_weapon'>gas attack</event> on the town killed forty people in April.
A suicide car bomber <event type='suicide_bomb' target='a checkpoint'>attacked</event> a checkpoint near Kabul.
The lorry was <event type='ied' target='The lorry'>hit</event> by a homemade bomb near Kabul.
The regime <event type='chemical_weapon' target='the quarter'>used chlorine</event> against the quarter.
"""

CLASHES = """
Soldiers <event type='armed_clash' actor='Soldiers' target='rebels'>clashed</event> with rebels near Tikrit.
<event type='armed_clash' place='Mosul'>Clashes</event> between soldiers and rebels broke out near Mosul.
Rebels <event type='armed_clash' actor='Rebels' target='an army post'>attacked</event> an army post near Tikrit.
An army post was <event type='armed_clash' actor='rebels' target='An army post'>attacked</event> by rebels near Tikrit.
Gunmen <event type='armed_clash' target='a patrol'>ambushed</event> a patrol on the coast road.
Two officers died in an <event type='armed_clash'>ambush</event> near Kirkuk on Sunday.
The patrol <event type='armed_clash'>came under fire</event> near the mill.
The army launched an <event type='armed_clash' actor='The army' place='Mosul'>offensive</event> in Mosul on Monday.
Government troops <event type='armed_clash' actor='Government troops'>repelled</event> the insurgents at the dam.
The insurgents were <event type='armed_clash' actor='government troops'>repelled</event> by government troops.
The group fought a <event type='armed_clash' when='1987'>war</event> with Chad in 1987.
<event type='armed_clash'>Fighting</event> near Sirte killed three medics on Thursday.
The two sides <event type='armed_clash'>exchanged fire</event> across the river, soldiers said.
The rebels' <event type='armed_clash' target='the garrison'>assault</event> on the garrison failed on Sunday.
Soldiers <event type='armed_clash' target='rebels'>repelled</event> an attack by rebels near the dam.
Soldiers <event type='armed_clash' target='null'>repelled</event> an attack on the dam.
The army <event type='armed_clash' actor='The army'>broke the truce</event> on Sunday.
The rebels <event type='armed_clash' actor='The rebels'>launched the third phase</event> of the battle for Sirte.
<event type='armed_clash'>Gunfire</event> was heard near the palace.
Soldiers <event type='armed_clash' target='forty rebels'>killed</event> or wounded forty rebels near Gao.
"""

GROUND = """
The army <event type='territory_gain' actor='The army'>captured</event> the town on Friday.
The town was <event type='territory_gain' actor='the army'>captured</event> by the army on Friday.
Rebels <event type='territory_gain' actor='Rebels' target='the army'>seized</event> two villages from the army.
The army <event type='territory_gain'>took control</event> of the airport.
Marines <event type='territory_gain' actor='Marines'>took</event> the building after a day.
Troops <event type='territory_gain'>entered</event> Mosul at night.
The city <event type='territory_gain'>fell to</event> the rebels in June.
Ramadi <event type='territory_gain' place='Ramadi' when='2014'>fell under rebel control</event> in 2014.
The brigade boasted of <event type='territory_gain'>wresting back control</event> of a fort.
Marines <event type='territory_gain' actor='Marines'>hoisted the flag</event> over the main square.
The brigade <event type='territory_gain'>recaptured</event> the hill in May.
The militants <event type='territory_gain'>overran</event> the district within hours.
The <event type='territory_gain'>capture</event> of Palmyra in May cut the road.
Government forces <event type='territory_gain'>advanced</event> towards Raqqa on Monday.
The fighters will <event type='territory_gain' status='forecast'>retake</event> the town.
Rebels <event type='territory_gain'>seized</event> dozens of villages near Hama.
The port was <event type='transfer' target='The port'>handed over</event> to the navy.
Forty fighters <event type='transfer' actor='Forty fighters'>surrendered</event> in Homs on Sunday.
The garrison <event type='transfer'>gave up</event> the fort.
The army has <event type='siege' actor='The army'>besieged</event> the town for months.
Regime forces <event type='siege'>encircled</event> the camp last week.
The <event type='siege' place='Taiz'>siege</event> of Taiz entered its second year.
The regime's <event type='siege' actor='The regime'>blockade</event> of the port began in March.
Two villages <event type='territory_gain' target='null'>changed hands</event> on Sunday.
The garrison <event type='territory_gain' actor='the rebels' target='The garrison'>lost</event> the fort to the rebels.
Marines <event type='territory_gain' target='the militants'>drove the militants out of</event> the port.
Troops <event type='siege' actor='Troops'>broke the siege</event> of the barracks on Monday.
The brigade has freed two towns, <event type='territory_gain' actor='The brigade'>captured</event> a fort and left.
The militia (MFL) <event type='territory_gain'>captured</event> five villages.
Militiamen <event type='siege' actor='Militiamen'>blocked</event> the highway to the port.
The road to the dam was <event type='siege'>closed</event> by soldiers on Monday.
The garrison <event type='siege' target='the camp'>cut off water</event> to the camp.
Government troops <event type='deployment' actor='Government troops'>abandoned</event> two outposts.
The ministry did not confirm or deny <event type='territory_gain' status='hedged'>losing</event> control of the fort.
"""

PEOPLE = """
Militants <event type='attack' actor='Militants' target='nine farmers'>killed</event> nine farmers near Maiduguri.
Nine farmers were <event type='attack' actor='militants' target='Nine farmers'>killed</event> by militants near Gao.
Gunmen <event type='attack' target='a clinic'>attacked</event> a clinic on Monday.
Gunmen <event type='attack'>shot dead</event> a judge in Tripoli on Monday.
A judge was <event type='attack' place='Tripoli'>shot dead</event> in Tripoli on Monday.
The rebels <event type='attack'>executed</event> six captives.
The mayor was <event type='attack' target='The mayor'>assassinated</event> outside his home in Basra.
The militia's <event type='attack' actor='The militia' target='the village'>attack</event> on the village failed.
An <event type='attack' actor='gunmen'>attack</event> by gunmen left nine dead in Gao.
The <event type='attack'>massacre</event> of villagers in Beni shocked the country.
The militia did not <event type='attack' status='denied'>kill</event> a single farmer.
Rebels <event type='abduction' actor='Rebels' target='two nurses'>kidnapped</event> two nurses on Friday.
Two nurses were <event type='abduction' target='Two nurses'>kidnapped</event> on Friday near Gao.
Gunmen <event type='abduction'>took thirty hostages</event> at the hotel.
The <event type='abduction'>abduction</event> of two nurses near Gao halted the campaign.
Police <event type='arrest' actor='Police' target='twelve men'>arrested</event> twelve men in Cairo.
Twelve men were <event type='arrest' place='Cairo'>detained</event> in Cairo on Sunday.
The <event type='arrest'>arrest</event> of a blogger in Cairo drew criticism on Monday.
Soldiers <event type='sexual_violence'>raped</event> six women in the camp.
The <event type='sexual_violence'>rape</event> of prisoners by guards in Libya was filmed.
Thousands of people <event type='displacement'>fled</event> the town on Sunday.
Nine thousand families were <event type='displacement' target='Nine thousand families'>displaced</event> by the floods.
About 4,000 people have <event type='displacement'>left their homes</event> since Friday.
The army <event type='displacement'>evacuated</event> the villagers before the battle.
The <event type='displacement'>evacuation</event> of civilians from Homs began on Friday.
The militia <event type='other'>freed</event> forty prisoners on Sunday.
Villagers <event type='other'>found</event> six bodies in a well near Gao.
Two clerks are in <event type='arrest' target='Two clerks'>custody</event> in Basra.
Nine hundred families are <event type='displacement'>sheltering</event> in schools.
The shelling has <event type='displacement'>driven nine hundred families from their homes</event>.
Forty prisoners <event type='other'>escaped</event> from the fort on Sunday.
The clinic was <event type='attack' target='The clinic'>hit</event> on Friday.
Soldiers <event type='attack' target='nine bakers'>shot dead</event> nine bakers in Gao.
A Palestinian was <event type='attack' target='A Palestinian'>shot dead</event> by soldiers at the bridge.
Police <event type='attack' actor='Police' target='the students'>fired tear gas</event> at the students.
Police <event type='attack' target='a crowd'>dispersed</event> a crowd in Tunis with batons.
Students <event type='riot' target='soldiers'>hurled</event> stones at soldiers in Tunis.
Two boys <event type='attack' target='the barracks'>threw</event> a grenade at the barracks.
The mayor <event type='attack' target='The mayor'>survived an attempt</event> on his life on Sunday.
Pirates <event type='abduction' actor='Pirates' target='a ferry'>seized</event> a ferry off Yemen.
Nine thousand villagers have <event type='displacement' target='null'>fled</event> fighting in Pibor.
Nine thousand people <event type='displacement' place='Mosul'>fled</event> from Mosul to Erbil.
The colonel, commander of the brigade, was <event type='arrest' target='The colonel'>arrested</event> on Monday.
"""

THINGS = """
Militiamen <event type='looting' actor='Militiamen' target='the shops'>looted</event> the shops in Juba.
The shops were <event type='looting'>looted</event> by militiamen in Juba.
Rebels <event type='looting'>set fire</event> to the mayor's office.
Gunmen <event type='looting'>burned</event> forty houses in the village.
<event type='looting'>Looting</event> by soldiers went on in Juba on Monday.
Rebels <event type='weapon_disruption' target='an army helicopter'>shot down</event> an army helicopter.
An army helicopter was <event type='weapon_disruption' target='An army helicopter'>shot down</event> near Aleppo.
The brigade <event type='weapon_disruption'>destroyed</event> four tanks.
Police <event type='weapon_disruption'>seized</event> forty rifles at the harbour.
The navy <event type='weapon_disruption'>intercepted</event> a boat carrying rifles.
Saboteurs <event type='ied'>destroyed</event> the bridge.
Guerrillas <event type='looting' target='a bridge'>knocked down</event> a bridge.
"""

MOVES = """
Turkey <event type='deployment' actor='Turkey' target='two battalions'>sent</event> two battalions to Idlib.
Two battalions were <event type='deployment'>deployed</event> to the border on Monday.
The brigade <event type='deployment' actor='The brigade'>withdrew</event> from the town on Sunday.
Foreign troops <event type='deployment'>crossed</event> the border at night.
Foreign troops will <event type='deployment' status='forecast'>leave</event> Mali by June.
The <event type='deployment' place='Mali'>withdrawal</event> of troops from Mali began on Monday.
The envoy urged the army to <event type='deployment' status='demanded'>withdraw</event> from the town.
The army has vowed to <event type='deployment' status='planned'>withdraw</event> from the town.
The coalition <event type='deployment'>trained</event> six hundred recruits in Jordan.
The envoy asked the mission to <event type='deployment' actor='the mission' status='demanded'>send</event> monitors.
The infantry <event type='deployment'>fell back</event> to the river.
The two sides <event type='transfer'>exchanged</event> sixty prisoners.
"""

WORDS = """
The two sides <event type='agreement'>signed a peace agreement</event> in Juba on Monday.
Rebels <event type='agreement'>agreed to a ceasefire</event> on Friday.
A <event type='agreement' when='2016-10-31'>ceasefire</event> between the two armies began on Monday.
<event type='talks'>Peace talks</event> between the rebels and the government began in Geneva on Monday.
The minister <event type='talks' actor='The minister' target='the envoy'>met</event> the envoy in Geneva.
Rebels <event type='other' target='the proposal'>rejected</event> the proposal on Friday.
Washington <event type='sanction'>imposed sanctions</event> on two generals on Friday.
The rebels <event type='threat'>threatened</event> the governor of Basra on Monday.
The agency <event type='aid' actor='The agency'>delivered</event> food to the camp.
An <event type='aid'>aid convoy</event> for Madaya was turned back on Monday.
Hundreds of students <event type='protest'>rallied</event> in Tunis on Friday.
A <event type='protest' place='Tunis'>protest</event> in Tunis on Friday drew hundreds of students.
Prisoners <event type='riot'>rioted</event> in Manaus on Monday.
Parliament <event type='other'>voted</event> on the resolution on Sunday.
The group <event type='other'>claimed responsibility</event> for the shooting.
General Orhan yesterday <event type='talks' actor='Orhan'>met</event> the envoy in Basra.
The president <event type='talks' target='the king'>telephoned</event> the king on Friday.
The government has ruled out any <event type='talks' status='denied'>negotiation</event> with the rebels.
The envoy asked for a <event type='agreement' status='demanded'>truce</event> before winter.
The army <event type='other'>turned back</event> a relief convoy at the ford.
The charity began to <event type='aid'>hand out</event> blankets in Gao.
The minister denied <event type='other' target='the rebels' status='denied'>arming</event> the rebels.
The claim that jets <event type='airstrike' status='denied'>bombed</event> the clinic is a lie.
The army <event type='other' actor='The army' target='null'>imposed a curfew</event> in Gao.
"""

NOTHING = """
Fighting is bad.
The war has been long.
The minister said that the strike of the railway workers was over.
Hotel prices fell in June.
He hit a snag.
The company fired its director.
There were no casualties.
Nobody was killed.
The film about the siege won a prize.
Tourists entered the museum.
The army has attack helicopters.
She had a heart attack.
The striking view drew visitors.
They took a bus.
The committee seized the chance.
He gave up smoking.
The orchestra met its deadline.
Bread prices exploded.
Her book captures the mood.
The police know first aid.
The bank raised its rates.
The doctor defeated the disease.
The governor was released from hospital.
The cook took off his coat and entered the hall.
Reporters attended the press conference in Basra.
The broadcaster may fire its editor.
The scene was captured by a painter.
A strike by teachers shut schools in Basra on Tuesday.
Railway workers went on strike in Lyon on Monday.
Storms destroyed nine houses in Basra on Monday.
The two banks signed a deal on Monday.
Contracts were signed in Doha on Monday.
The ministry signed a loan agreement with the lender.
The battle against malaria went on in Lagos on Monday.
The candidates held campaign rallies in Basra on Monday.
The notice is withdrawn.
Armed men stood at the gate in Gao.
Security operations continue in the valley.
The summit of the mountain was reached on Monday.
"""


def lines(block: str) -> list[str]:
    """The rows of a block."""
    return [line for line in block.strip().splitlines() if line]
