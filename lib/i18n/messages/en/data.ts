/** What is kept about a person: kinds of data, periods, the copy. */
export const data = {
  "copy.about": "What you may know about it",
  "copy.about.automated": "Decisions by machine",
  "copy.about.automatedText":
    "A machine pairs people at random, within what they asked for. No decision with legal or similar effect is made about you by a machine alone, and there is no profiling.",
  "copy.about.categories": "Kinds of data",
  "copy.about.complaint": "Complaint",
  "copy.about.complaintText":
    "You may complain to the data protection authority where you live or work, or where you think the law was broken.",
  "copy.about.periods": "How long it is kept",
  "copy.about.purposes": "Purposes and grounds",
  "copy.about.recipients": "Who else handles it for us",
  "copy.about.rights": "Your rights",
  "copy.about.rightsText":
    "You may have it corrected, erased or restricted, object to its use, take it elsewhere, and withdraw any consent. All of this is in your account, under What we keep about you.",
  "copy.about.source": "Where it comes from",
  "copy.about.sourceText":
    "From you, and from your use of Millo. Nothing was bought or fetched from anywhere else.",
  "copy.about.transfers": "Transfers to other countries",
  "copy.data": "The data",
  "copy.files":
    "For other programs: data/{name}.json, data/{name}.csv and schema/{name}.json",
  "copy.lead":
    "Everything Millo keeps about you, as of {madeAt}. Other people appear under made-up names that mean nothing outside this copy.",
  "copy.title": "Your data at Millo",
} as const;
