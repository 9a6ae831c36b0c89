package vn.kiemphieu.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.kiemphieu.decision.Role;

/** Which role may do what, on the server: a page that hides a button is politeness, this is the lock. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Locks {

    /** Nothing from outside, nothing inline, no frame: a name with a script in it stays a name. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String CHAIR = Role.CHAIR.name();
    private static final String MEMBER = Role.MEMBER.name();
    private static final String SECRETARY = Role.SECRETARY.name();
    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();

    @Bean
    PasswordEncoder passwords() {
        return Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    SecurityFilterChain locks(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/login", "/desk.css", "/desk.js", "/webjars/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers("/people/**", "/people")
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers(HttpMethod.GET, "/review", "/hand/next")
                        .hasAnyRole(MEMBER, SECRETARY)
                        .requestMatchers(HttpMethod.GET, "/chair")
                        .hasRole(CHAIR)
                        .requestMatchers(HttpMethod.GET, "/form/print/**", "/form/proposed/**")
                        .hasAnyRole(SECRETARY, CHAIR, ADMINISTRATOR)
                        .requestMatchers(HttpMethod.GET, "/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/ballots/*/answer")
                        .hasAnyRole(MEMBER, SECRETARY)
                        .requestMatchers(HttpMethod.POST, "/ballots/*/decide")
                        .hasRole(CHAIR)
                        .requestMatchers(HttpMethod.POST, "/undo", "/ballots/*/send")
                        .hasAnyRole(MEMBER, SECRETARY, CHAIR)
                        .requestMatchers(HttpMethod.POST, "/papers/close", "/papers/reopen", "/projector/**")
                        .hasRole(CHAIR)
                        .requestMatchers(HttpMethod.POST, "/hand")
                        .hasAnyRole(MEMBER, SECRETARY, CHAIR)
                        .requestMatchers(HttpMethod.POST, "/check")
                        .hasAnyRole(SECRETARY, CHAIR)
                        .requestMatchers(HttpMethod.POST, "/count", "/scans", "/scans/folder", "/papers")
                        .hasAnyRole(SECRETARY, CHAIR, ADMINISTRATOR)
                        .requestMatchers(HttpMethod.POST, "/meeting", "/form/print", "/form/learn", "/form/confirm")
                        .hasAnyRole(SECRETARY, CHAIR, ADMINISTRATOR)
                        .anyRequest()
                        .denyAll())
                .formLogin(login ->
                        login.loginPage("/login").defaultSuccessUrl("/", true).permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?left").permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
