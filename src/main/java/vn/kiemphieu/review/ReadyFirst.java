package vn.kiemphieu.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps pages about ballots shut until there is a meeting and a form to have ballots of. */
final class ReadyFirst implements HandlerInterceptor {

    /** Pages that make no sense before. How far a count is may be asked at any time; to begin one may not. */
    static final String[] PATHS = {
        "/review",
        "/chair",
        "/ballots",
        "/ballots/**",
        "/undo",
        "/check",
        "/papers",
        "/papers/**",
        "/count",
        "/hand",
        "/hand/**",
        "/projector",
        "/projector/**",
        "/deadlines.pdf"
    };

    private final Office office;

    ReadyFirst(Office office) {
        this.office = office;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean onlyAsks =
                request.getRequestURI().equals("/count") && request.getMethod().equals(HttpMethod.GET.name());
        if (!onlyAsks && !office.preparation().complete()) {
            throw new NotPrepared();
        }
        return true;
    }
}
