/**
 * Frequent first names, lower case: at the start of a sentence a capital says nothing, so only these are noticed there.
 * Far from complete on purpose: the warning helps a person who reads it, it is not a proof.
 */
export const prenoms: ReadonlySet<string> = new Set(
  `abdel abdou abdoulaye adama adrien ahmed aïcha aissatou alain alassane alex alexandre ali alice alima amadou amina amine amir
  anaïs andré andrei angela anna anne antoine arnaud arthur aurélie awa aziz bakary benjamin benoît bernard boubacar brahim brigitte
  bruno camille carlos caroline catherine cédric céline charles charlotte chloé christian christine christophe claire claude clément
  coralie cyril damien daniel david demba denis diane didier djibril dominique driss élodie émilie emma eric éric estelle eva fabien
  fabrice fanta farid fatima fatou fatoumata florence florian françois françoise franck frank frédéric gabriel georges gérard gilles
  grégory guillaume hakim hamza hassan hélène henri hervé hicham houda hugo ibrahim ibrahima idriss inès isabelle ismaël issa jacques
  jean jean-claude jean-luc jean-marc jean-pierre jennifer jérémy jérôme jessica joão joël jonathan joseph josé julia julie julien
  kader kamel karim karima karine kévin khadija khaled lamine laura laurence laurent léa leïla léo lila lionel lucas lucie ludovic
  maël malik mamadou manon manuel marc marcel maria mariam marie marine mario marion martin martine mathieu mathilde maurice max
  maxime mehdi mélanie michel mickaël miguel mohamed mohammed moussa mounir mourad myriam nabil nadia naïma nassim natacha nathalie
  nicolas nicole noémie nora olga olivier omar oumar ousmane pascal patrice patricia patrick paul pauline philippe pierre quentin
  rachel rachid raphaël raymond rémi renaud rené richard robert rodrigue roger romain sabrina said saïd salif salimata sami samir
  samuel sandra sandrine sarah sébastien sékou selim serge séverine sidi simon sofia sofiane sonia sophie souleymane stéphane
  stéphanie sylvain sylvie tarik théo thierry thomas tiémoko valérie vanessa véronique victor vincent virginie walid william xavier
  yacine yacouba yanis yann yassine yasmina youssef yves yvette zakaria zineb zoé`.split(/\s+/u),
)
