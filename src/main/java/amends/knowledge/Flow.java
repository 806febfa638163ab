package amends.knowledge;

/** A flow as it stands in the database. @param version counts the texts this flow has had, from 1 */
public record Flow(FlowText text, int version) {
    public FlowId id() {
        return text.id();
    }
}
