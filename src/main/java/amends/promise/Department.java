package amends.promise;

import amends.kernel.WorkingCalendar;

/** Those behind the desks who keep what was promised, and when they work. @param code names it in rows and settings */
public record Department(String code, Names names, WorkingCalendar calendar) {
    public Department {
        if (!code.matches("[a-z][a-z0-9-]{0,39}"))
            throw new IllegalArgumentException("no code of a department: " + code);
    }
}
