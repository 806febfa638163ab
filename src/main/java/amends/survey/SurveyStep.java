package amends.survey;

/** What moves a survey on. */
sealed interface SurveyStep {
    /** The network took it. */
    record Sent() implements SurveyStep {}

    /** The handset has it. */
    record Delivered() implements SurveyStep {}

    /** It never arrives. @param reason as the network or the outbox puts it; never empty */
    record NotDelivered(String reason) implements SurveyStep {}

    record Answered(Survey.Answer answer) implements SurveyStep {}

    /** Nobody answered in time. */
    record TimeUp() implements SurveyStep {}

    /** The customer wishes to be asked no more. */
    record Refused() implements SurveyStep {}
}
