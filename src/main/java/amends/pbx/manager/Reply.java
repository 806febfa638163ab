package amends.pbx.manager;

/** How one action is answered. */
record Reply(String actionId, ManagerSession session) {
    Block success() {
        return Block.response(true, actionId);
    }

    void message(String text) {
        send(success().put("Message", text));
    }

    void error(String text) {
        send(Block.response(false, actionId).put("Message", text));
    }

    void send(Block block) {
        session.send(block);
    }

    /** The head of an answer of several blocks. */
    void listBegins(String message) {
        send(success().put("EventList", "start").put("Message", message));
    }

    /** One block of several. */
    void item(Block block) {
        send(actionId.isEmpty() ? block : block.put("ActionID", actionId));
    }

    void listEnds(String event, int items) {
        Block block = Block.item(event);
        if (!actionId.isEmpty()) block.put("ActionID", actionId);
        send(block.put("EventList", "Complete").put("ListItems", items));
    }
}
